namespace Companion.Workflows.Groups;

/// <summary>A group as somebody typed it, in the console or in a file: one text for each column.</summary>
public sealed record GroupForm
{
    /// <summary>What staff call it.</summary>
    public string Name { get; init; } = "";

    /// <summary>What texts call it, 20 characters at most.</summary>
    public string NeutralName { get; init; } = "";

    public string Place { get; init; } = "";

    public string Transport { get; init; } = "";

    /// <summary>A whole number.</summary>
    public string Capacity { get; init; } = "";

    /// <summary>Yes or no.</summary>
    public string Guests { get; init; } = "";

    public string Leader { get; init; } = "";

    /// <summary>As <see cref="Recurrence"/> reads it.</summary>
    public string Repeats { get; init; } = "";

    /// <summary>yyyy-MM-dd.</summary>
    public string From { get; init; } = "";

    /// <summary>yyyy-MM-dd or a number of sessions.</summary>
    public string Until { get; init; } = "";

    /// <summary>HH:mm.</summary>
    public string Time { get; init; } = "";

    /// <summary>A whole number.</summary>
    public string Minutes { get; init; } = "";

    /// <summary>Yes or no.</summary>
    public string Holidays { get; init; } = "";
}
