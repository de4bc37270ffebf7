using Vafa.Core.Values;

namespace Vafa.Ui;

/// <summary>What a role is called.</summary>
public static class RoleWord
{
    public static string Of(string role, Wording words) =>
        role switch
        {
            "owner" => words.Say("مالک", "owner"),
            "manager" => words.Say("مدیر", "manager"),
            "marketer" => words.Say("بازاریاب", "marketer"),
            "cashier" => words.Say("صندوق‌دار", "cashier"),
            "agent" => words.Say("کارشناس تماس", "call agent"),
            "auditor" => words.Say("حسابرس", "auditor"),
            _ => role,
        };
}
