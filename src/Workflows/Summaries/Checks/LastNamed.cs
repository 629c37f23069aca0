using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>Whom "he" and "she" mean at a place: whoever was named last and can be.</summary>
/// <param name="people">Who is who.</param>
/// <param name="first">Whom they mean before anybody was named.</param>
internal sealed class LastNamed(People people, string? first)
{
    private string? _he = first;
    private string? _she = first;

    /// <summary>Takes notice of a word that may name somebody.</summary>
    public void See(Word word)
    {
        if (people.Key(word) is not { } key || key == People.Self)
        {
            return;
        }

        _he = word.Is("female") ? _he : key;
        _she = word.Is("male") ? _she : key;
    }

    /// <summary>Whom the pronoun means.</summary>
    public string? As(string pronoun) => pronoun == "he" ? _he : _she;

    /// <summary>Whom the pronoun means when nobody else can be meant; null otherwise.</summary>
    public string? AsOnly(string pronoun) => As(pronoun) == first ? first : null;
}
