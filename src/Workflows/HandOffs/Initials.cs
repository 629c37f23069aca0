using Companion.Workflows.People;
using Companion.Workflows.Referrals;

namespace Companion.Workflows.HandOffs;

/// <summary>How staff name the person of a hand-off where others may read: by initials and reference, never by name.</summary>
public static class Initials
{
    /// <summary>"A.B. 7K2M9P"; the reference alone unless the hand-off says whose it is and they have that phone. Nobody is guessed.</summary>
    /// <param name="handOff">The hand-off.</param>
    /// <param name="address">Where it is from.</param>
    /// <param name="people">The people who are linked to that address.</param>
    public static string Of(HandOff handOff, Address address, IEnumerable<Person> people)
    {
        var person = address.IsNoLongerTheirs ? null : people.FirstOrDefault(one => one.Id == handOff.PersonId);
        return Before(handOff.Reference, person?.GivenName, person?.FamilyName);
    }

    /// <summary>The same of a case, which is one person's.</summary>
    public static string Of(Case referral) => Before(referral.Reference, referral.GivenName, referral.FamilyName);

    private static string Before(string reference, params string?[] names)
    {
        var letters = string.Concat(names
            .Where(part => !string.IsNullOrWhiteSpace(part))
            .Select(part => $"{char.ToUpperInvariant(part!.Trim()[0])}."));
        return letters.Length == 0 ? reference : $"{letters} {reference}";
    }
}
