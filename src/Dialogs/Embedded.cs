using System.Reflection;

namespace Companion.Dialogs;

/// <summary>The files this assembly carries in itself: lexicons, texts, questionnaires. They are part of the program, no outside world.</summary>
internal static class Embedded
{
    private const string Root = "Companion.Dialogs.";

    private static readonly Assembly Assembly = typeof(Embedded).Assembly;

    /// <summary>The names of the files in a folder, as "Safety.Lexicons", in their order; without the folder.</summary>
    public static IEnumerable<string> In(string folder) => Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith($"{Root}{folder}.", StringComparison.Ordinal))
        .Select(name => name[$"{Root}{folder}.".Length..])
        .Order(StringComparer.Ordinal);

#pragma warning disable RS0030 // An embedded file is part of the program: reading it is no I/O of a dialog's.
    /// <summary>The text of a file.</summary>
    /// <param name="folder">Its folder under src/Dialogs, with full stops between, as "Safety.Lexicons".</param>
    /// <param name="file">Its name with its ending.</param>
    /// <exception cref="InvalidOperationException">There is none: a mistake of ours.</exception>
    public static string Text(string folder, string file)
    {
        using var stream = Assembly.GetManifestResourceStream($"{Root}{folder}.{file}")
            ?? throw new InvalidOperationException($"No embedded file {folder}.{file}.");
        using var reader = new System.IO.StreamReader(stream);
        return reader.ReadToEnd();
    }
#pragma warning restore RS0030
}
