namespace Companion.Workflows.HandOffs;

/// <summary>References people can say to each other: six letters and digits without 0, 1, I, L, O or U, made from an id.</summary>
public static class References
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    // Has no factor 2, 3 or 5 in common with the space, so that different ids stay different.
    private const long Scatter = 387_420_491;
    private const long Space = 30L * 30 * 30 * 30 * 30 * 30;

    /// <summary>The reference of an id. Neighbouring ids look nothing alike; two ids share one only after 729 million.</summary>
    public static string Of(long id)
    {
        var rest = ((id % Space * Scatter) + 104_729) % Space;
        Span<char> letters = stackalloc char[6];
        for (var at = 5; at >= 0; at--)
        {
            letters[at] = Alphabet[(int)(rest % 30)];
            rest /= 30;
        }

        return new string(letters);
    }
}
