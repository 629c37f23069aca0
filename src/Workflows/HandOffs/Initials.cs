using Companion.Workflows.People;
using Companion.Workflows.Storage;

namespace Companion.Workflows.HandOffs;

/// <summary>How staff name the person of a hand-off where others may read: by initials and reference, never by name.</summary>
public static class Initials
{
    /// <summary>"A.B. 7K2M9P"; the reference alone when no name is known.</summary>
    public static string Of(Person? person, string reference)
    {
        var letters = string.Concat(new[] { person?.GivenName, person?.FamilyName }
            .Where(part => !string.IsNullOrWhiteSpace(part))
            .Select(part => $"{char.ToUpperInvariant(part!.Trim()[0])}."));
        return letters.Length == 0 ? reference : $"{letters} {reference}";
    }

    internal static string Of(Turn turn, HandOff handOff) =>
        Of(turn.People.FirstOrDefault(person => person.Id == handOff.PersonId) ?? turn.Writer, handOff.Reference);
}
