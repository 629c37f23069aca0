using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>Whom "he" and "she" mean at a place: whoever was named last and can be.</summary>
/// <param name="people">Who is who.</param>
/// <param name="first">Whom they mean before anybody was named.</param>
internal sealed class LastNamed(People people, string? first)
{
    private string? _otherHe;
    private string? _otherShe;

    /// <summary>Takes notice of a word that may name somebody.</summary>
    public void See(Word word)
    {
        if (people.Key(word) is not { } key || key == People.Self)
        {
            return;
        }

        _otherHe = word.Is("female") ? _otherHe : key;
        _otherShe = word.Is("male") ? _otherShe : key;
    }

    /// <summary>Whom the pronoun means.</summary>
    public string? As(string pronoun) => (pronoun == "he" ? _otherHe : _otherShe) ?? first;

    /// <summary>Whom the pronoun means when nobody else can be meant; null otherwise.</summary>
    public string? AsOnly(string pronoun) => As(pronoun) == first ? first : null;
}
