using System.Reflection;
using Vafa.Core.Offers;
using Vafa.Core.Tests;
using Xunit.v3;

[assembly: FreshWorkbench]

namespace Vafa.Core.Tests;

/// <summary>
/// Each test begins with a workbench of its own: one that a test before it, or a fault that was put in on purpose, has
/// left broken would fail it for no reason of its own.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class FreshWorkbenchAttribute : BeforeAfterTestAttribute
{
    private static readonly FieldInfo Mine =
        typeof(Offer)
            .Assembly.GetType("Vafa.Core.Offers.Workbench")
            ?.GetField("mine", BindingFlags.Static | BindingFlags.NonPublic)
        ?? throw new InvalidOperationException("The workbench of a thread has another name.");

    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => Mine.SetValue(null, null);
}
