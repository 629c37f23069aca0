using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Companion.Dialogs.Words;

/// <summary>
/// The words people read, by language and key, from the resource files (<c>Texts/en.json</c> beside each dialog). A key is there
/// once; a placeholder is a name in braces; a placeholder without a value, or a value without a placeholder, is an error.
/// </summary>
public sealed partial class TextBook
{
    private readonly Dictionary<(string Language, string Key), string> texts = [];

    /// <summary>Reads every <c>Texts/*.json</c> resource of the given assemblies: the file's name is the language.</summary>
    public TextBook(params IEnumerable<Assembly> assemblies)
    {
        foreach (var assembly in assemblies)
        {
            foreach (var name in assembly.GetManifestResourceNames().Where(name => name.Contains(".Texts.", StringComparison.Ordinal)))
            {
                Read(assembly, name);
            }
        }
    }

    /// <summary>This book with texts from elsewhere, for example of a questionnaire that only a licence holder may show.</summary>
    /// <exception cref="InvalidOperationException">A key is in the book already.</exception>
    public TextBook With(string language, IEnumerable<KeyValuePair<string, string>> more)
    {
        foreach (var (key, text) in more)
        {
            Add(language, key, text, "configuration");
        }

        return this;
    }

    /// <summary>The texts of this assembly's dialogs.</summary>
    public static TextBook Shipped { get; } = new(typeof(TextBook).Assembly);

    /// <summary>Every key of a language.</summary>
    public IEnumerable<string> Keys(string language) => texts.Keys.Where(t => t.Language == language).Select(t => t.Key);

    /// <summary>The text as it stands in the file.</summary>
    /// <exception cref="KeyNotFoundException">The language lacks the key.</exception>
    public string Raw(string language, string key) => texts.TryGetValue((language, key), out var text)
        ? text
        : throw new KeyNotFoundException($"No text '{key}' in language '{language}'.");

    /// <summary>True when the language has the key.</summary>
    public bool Has(string language, string key) => texts.ContainsKey((language, key));

    /// <summary>
    /// The text with its placeholders filled in. A value of keys, each after an @ ("@need.money @need.housing"), becomes those texts
    /// as a list ("money and housing"). What a person wrote is put in as it is: braces in it are no placeholders. Of two values of one
    /// name the first counts.
    /// </summary>
    public string Render(string language, string key, IEnumerable<(string Name, string Value)> words)
    {
        var values = words.DistinctBy(word => word.Name).ToDictionary(word => word.Name, word => word.Value);
        return Placeholder().Replace(Raw(language, key), found =>
            values.TryGetValue(found.Groups[1].Value, out var value) ? Named(language, value) : found.Value);
    }

    private string Named(string language, string value)
    {
        var keys = value.Split(' ');
        if (!keys.All(key => key.StartsWith('@') && Has(language, key[1..])))
        {
            return value;
        }

        var names = keys.Select(key => Raw(language, key[1..])).ToList();
        return names.Count == 1
            ? names[0]
            : $"{string.Join(", ", names[..^1])} {Raw(language, "say.and")} {names[^1]}";
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();

    private void Read(Assembly assembly, string resource)
    {
        var language = resource.Split('.')[^2];
        using var stream = assembly.GetManifestResourceStream(resource)!;
        foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
        {
            Add(language, key, text, resource);
        }
    }

    private void Add(string language, string key, string text, string source)
    {
        if (!texts.TryAdd((language, key), text))
        {
            throw new InvalidOperationException($"The text '{key}' stands twice in language '{language}' ({source}).");
        }
    }
}
