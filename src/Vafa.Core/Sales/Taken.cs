using System.Collections.Immutable;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>
/// A sale that was concluded elsewhere: an offline till, a cash register, a web shop. It is a fact, and never refused
/// for price or limit (semantics 9).
/// </summary>
/// <param name="Discount">What was taken off in all.</param>
/// <param name="Payable">What was left to pay: total − discount − wallet money.</param>
/// <param name="Offers">Codes of the offers that were granted; unknown ones are passed over.</param>
public sealed record Taken(Money Discount, Money Payable, ImmutableArray<string> Offers);
