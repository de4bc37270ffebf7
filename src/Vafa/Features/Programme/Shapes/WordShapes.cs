namespace Vafa.Features.Programme.Shapes;

/// <summary>A condition: exactly one of the vocabulary's words. <see cref="VocabularySchema"/> tells them.</summary>
internal sealed record ConditionShape;

/// <summary>An effect: exactly one of the vocabulary's words. <see cref="VocabularySchema"/> tells them.</summary>
internal sealed record EffectShape;
