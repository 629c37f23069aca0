namespace Companion.Workflows.Summaries.Asking;

/// <summary>The prompts, by their names with their versions: a change of a prompt is a new file, so that a draft tells which one it came from.</summary>
internal static class Prompts
{
    /// <summary>The prompt of a whole note.</summary>
    public const string Full = "summary.v1";

    /// <summary>The prompt of what to know in 20 seconds.</summary>
    public const string Short = "summary.v1.short";

    private static readonly Dictionary<string, string> Texts = new[] { Full, Short }.ToDictionary(name => name, Read);

    /// <summary>The prompt of a name.</summary>
    public static string Text(string name) => Texts[name];

    private static string Read(string name)
    {
        using var stream = typeof(Prompts).Assembly.GetManifestResourceStream($"Companion.Workflows.Summaries.Prompts.{name}.txt")
            ?? throw new InvalidOperationException($"No embedded prompt {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
