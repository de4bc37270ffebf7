using Vafa.Core.Values;

namespace Vafa.Features.Guide;

/// <summary>What one section is for and how one begins there.</summary>
/// <param name="Path">The section's address; its icon, name and right are that of Ui/Sections.cs.</param>
/// <param name="Text">Two or three sentences for somebody who never saw it.</param>
public sealed record Chapter(string Path, LocalText Text)
{
    /// <summary>Where its usual acts are done.</summary>
    public IReadOnlyList<Way> Ways { get; init; } = [];
}

/// <param name="Scope">The way is for changing and shown to who may change this.</param>
public sealed record Way(string Path, string Scope, LocalText Title);
