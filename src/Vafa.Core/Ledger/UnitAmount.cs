namespace Vafa.Core.Ledger;

/// <summary>So many of a unit.</summary>
public readonly record struct UnitAmount(string Unit, long Amount);
