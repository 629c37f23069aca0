using System.Text.RegularExpressions;
using Companion.Dialogs.Talking;
using Companion.Tests.Support;

namespace Companion.Bot.Tests.Pages;

/// <summary>Everything a person reads is in the resource files; the simulator's pages, which developers read, keep their own words.</summary>
public sealed partial class PageWordsTests
{
    // Keys that a page makes up by adding ".title" or ".what".
    private static readonly string[] Stems = ["link.chat", "link.calendar", "link.hand-off", "link.waits", "error.other"];

    private const string Reason = "teams.reason.";

    private static readonly string[] NamesOfValues = ["called.", Reason]; // CalledTests; the reasons below

    private static readonly IReadOnlyList<(string Path, string Text)> Sources = Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src", "Bot"), "*.cs*", SearchOption.AllDirectories)
        .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal))
        .Select(path => (Path.GetRelativePath(Path.Combine(Repository.Root, "src", "Bot"), path).Replace('\\', '/'), path))
        .Where(source => !source.Item1.StartsWith("obj/", StringComparison.Ordinal) && !source.Item1.StartsWith("bin/", StringComparison.Ordinal))
        .Select(source => (source.Item1, Comments().Replace(File.ReadAllText(source.path), "")))
        .ToList();

    // A card's template asks for a text by "@key".
    private static readonly IEnumerable<string> Cards = Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src", "Bot", "Channels", "Teams", "Cards"), "*.json")
        .SelectMany(path => Literal().Matches(File.ReadAllText(path)))
        .Select(found => found.Groups[1].Value.TrimStart('@'));

    private static readonly HashSet<string> Literals =
        Sources.SelectMany(source => Literal().Matches(source.Text)).Select(found => found.Groups[1].Value).Concat(Cards).ToHashSet();

    [Fact]
    public void Every_key_a_page_asks_for_is_there()
    {
        var begins = ShippedWords.Keys.Select(Begin).Append("called").ToHashSet();
        var asked = Sources
            .Where(source => source.Path.StartsWith("Pages/", StringComparison.Ordinal) || source.Path.StartsWith("LinkWorkers/", StringComparison.Ordinal))
            .SelectMany(source => Literal().Matches(source.Text))
            .Select(found => found.Groups[1].Value)
            .Where(literal => AKey().IsMatch(literal) && begins.Contains(Begin(literal)))
            .Distinct();

        var missing = asked.Except(Stems).Concat(Stems.Select(stem => stem + ".title")).Except(ShippedWords.Keys).ToList();
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_key_that_is_there_is_asked_for()
    {
        var patterns = Literals
            .Where(literal => AKeyWithHoles().IsMatch(literal))
            .Select(literal => "^" + Hole().Replace(Regex.Escape(literal.Replace('{', '<').Replace('}', '>')), "[a-z0-9-]+") + "$")
            .ToList();

        bool IsAskedFor(string key)
        {
            var last = key.LastIndexOf('.') + 1;
            return Literals.Contains(key)
                || (Literals.Contains(key[..last]) && Literals.Contains(key[last..]))
                || (Literals.Contains(key[(last - 1)..]) && (Literals.Contains(key[..(last - 1)]) || Literals.Contains(Begin(key) + ".")))
                || patterns.Exists(pattern => Regex.IsMatch(key, pattern));
        }

        var unused = ShippedWords.Keys.Where(key => !Array.Exists(NamesOfValues, name => key.StartsWith(name, StringComparison.Ordinal)) && !IsAskedFor(key)).ToList();
        Assert.Empty(unused);
    }

    [Fact]
    public void Every_reason_of_a_hand_off_has_safe_words_for_its_card_and_no_other() => Assert.Equal(
        Enum.GetNames<HandOffReason>().Select(reason => Reason + reason).Order(StringComparer.Ordinal),
        ShippedWords.Keys.Where(key => key.StartsWith(Reason, StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void No_page_has_words_of_its_own()
    {
        var pages = Sources
            .Where(source => source.Path.StartsWith("Pages/", StringComparison.Ordinal) || source.Path.StartsWith("LinkWorkers/", StringComparison.Ordinal))
            .Where(source => !source.Path.StartsWith("Pages/Dev/", StringComparison.Ordinal))
            .ToList();
        var marked = pages
            .Where(source => source.Path.EndsWith(".cshtml", StringComparison.Ordinal))
            .SelectMany(source => Bare().Matches(source.Text).Concat(Labelled().Matches(source.Text)).Select(found => $"{source.Path}: {found.Value}"));
        var said = pages.SelectMany(source => Sentence().Matches(source.Text).Select(found => $"{source.Path}: {found.Value}"));

        Assert.True(pages.Count > 40);
        Assert.Empty(marked.Concat(said));
    }

    private static string Begin(string key) => key.Split('.')[0];

    // Whole lines only: "//" within a line may be an address.
    [GeneratedRegex(@"^[ \t]*//[^\n]*$|@\*[\s\S]*?\*@", RegexOptions.Multiline)]
    private static partial Regex Comments();

    // Whatever stands between two quotes: in an attribute they are nested.
    [GeneratedRegex("(?<=\")([^\"\\r\\n]*)(?=\")")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$")]
    private static partial Regex AKey();

    [GeneratedRegex(@"^[a-z][a-z0-9-]*\.[a-z0-9.{}()A-Z-]*\{[^ ]*$")]
    private static partial Regex AKeyWithHoles();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Hole();

    // Text right after a tag, up to the next tag or piece of code.
    [GeneratedRegex(@"</?[a-z][a-z0-9]*(?:\s[^<>]*)?>\s*[A-Za-z]{2,}[^<@{(;]*(?=[<@])")]
    private static partial Regex Bare();

    [GeneratedRegex("(?:aria-label|title|alt|placeholder)=\"[A-Za-z][^\"]*\"")]
    private static partial Regex Labelled();

    [GeneratedRegex("\"[A-Z][a-z]+(?: [\\w,']+)+[^\"\\r\\n]*\"")]
    private static partial Regex Sentence();
}
