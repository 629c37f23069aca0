namespace Companion.Workflows.Summaries.Wording;

/// <summary>The text files beside this one.</summary>
internal static class Resource
{
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(typeof(Resource).Assembly.GetManifestResourceStream(typeof(Resource), name)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
    }
}
