namespace Companion.Dialogs.Understanding.Phrases;

/// <summary>
/// Makes phrases of the files: "needs-shared.txt" has the lists, spellings, ordinary words and denials that all share; every other file
/// is called after its need and has a section for each family and one called "except".
/// </summary>
internal sealed class NeedsLexiconLoader
{
    private const string Prefix = "needs-";
    private const string SharedName = "needs-shared";
    private const string Except = "except";
    private const string Lists = "lists";
    private const char AnyNeed = '@';

    private readonly IReadOnlyList<LexiconFile> files;
    private readonly LexiconFile shared;
    private readonly Vocabulary vocabulary;

    public NeedsLexiconLoader(IReadOnlyList<LexiconFile> files)
    {
        this.files = files;
        shared = files.Single(file => file.Name == SharedName);
        vocabulary = new Vocabulary(Lines(shared, "ordinary").SelectMany(line => line.Split(' ')));
    }

    public NeedsLexicon Load()
    {
        var denials = Lines(shared, "denials").ToList();
        var parser = new PhraseParser(vocabulary, ListsOf(shared));
        return new NeedsLexicon(
            vocabulary,
            Lines(shared, "spellings").Select(line => line.Split('=')).ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim()),
            [.. files.Where(file => file != shared).Select(Need)],
            new PhraseBook(denials.Where(line => line.EndsWith(AnyNeed)).Select(line => parser.ParsePart(line.TrimEnd(AnyNeed, ' '), "denied"))),
            new PhraseBook(denials.Where(line => line.StartsWith(AnyNeed)).Select(line => parser.ParsePart(line.TrimStart(AnyNeed, ' '), "denied"))));
    }

    private NeedPhrases Need(LexiconFile file)
    {
        var need = NeedLabels.Find(file.Name[Prefix.Length..])
            ?? throw new FormatException($"{file.Name} is called after no need");
        var parser = new PhraseParser(vocabulary, ListsOf(shared, file));
        var phrases = file.Sections
            .Where(section => section.Name is not Lists)
            .ToLookup(
                section => section.Name is Except,
                section => section.Lines.Select(line => parser.Parse(line, $"{file.Name[Prefix.Length..]}: {section.Name}")));
        return new NeedPhrases(need, new PhraseBook(phrases[false].SelectMany(one => one)), new PhraseBook(phrases[true].SelectMany(one => one)));
    }

    /// <summary>Lines such as "person = mum | dad | other half".</summary>
    private static Dictionary<string, IReadOnlyList<string>> ListsOf(params LexiconFile[] files)
    {
        var lists = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var pair in files.SelectMany(file => Lines(file, Lists)).Select(line => line.Split('=', 2)))
        {
            lists[pair[0].Trim()] = [.. pair[1].Split('|', StringSplitOptions.TrimEntries)];
        }

        return lists;
    }

    private static IEnumerable<string> Lines(LexiconFile file, string section) =>
        file.Sections.Where(one => one.Name == section).SelectMany(one => one.Lines);
}
