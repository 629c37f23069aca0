namespace Companion.Workflows.Staff;

/// <summary>What is wrong with something that staff filled in.</summary>
/// <param name="Field">The field, as its form names it.</param>
/// <param name="Sentence">What is wrong, for staff.</param>
public sealed record Wrong(string Field, string Sentence);
