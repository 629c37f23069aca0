using Companion.Dialogs.Words;

namespace Companion.Bot.Pages;

/// <summary>The words of the pages, from Texts/en.json beside them. A page encodes them like any other text.</summary>
public sealed class PageWords(TextBook texts)
{
    private const string Language = "en";

    /// <summary>The text of a key.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public string this[string key] => texts.Raw(Language, key);

    /// <summary>The text of a key, or null when there is none.</summary>
    public string? Find(string key) => texts.Has(Language, key) ? texts.Raw(Language, key) : null;

    /// <summary>The text of a key with its placeholders filled in.</summary>
    public string With(string key, params (string Name, string Value)[] words) => texts.Render(Language, key, words);
}
