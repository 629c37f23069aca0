namespace Companion.Bot.Pages.Console.Team;

/// <summary>One line of a form.</summary>
/// <param name="Name">The last part of its keys, and what it is posted as.</param>
/// <param name="Value">What is filled in.</param>
/// <param name="Wrong">What is wrong with it; null for nothing.</param>
public sealed record Field(string Name, string Value, string? Wrong)
{
    /// <summary>The type of the input.</summary>
    public string Type { get; init; } = "text";
}
