using Companion.Tests.Support.Load;

namespace Companion.Benchmarks.Turns;

/// <summary>
/// The texts of many self-referrals, signed and laid out as bytes before anything is measured, so that the driver only copies.
/// </summary>
internal sealed class SignedReferrals
{
    private readonly byte[][][] referrals;

    /// <summary>Signs at least that many texts.</summary>
    public SignedReferrals(int texts)
    {
        referrals = new byte[(texts / SelfReferral.Texts.Count) + 1][][];
        Parallel.For(0, referrals.Length, person => referrals[person] = Sign(person));
    }

    /// <summary>One person's texts after another's.</summary>
    public IEnumerator<byte[][]> OneAfterAnother() => ((IEnumerable<byte[][]>)referrals).GetEnumerator();

    private static byte[][] Sign(int person) => [.. SelfReferral.Texts.Select((words, at) =>
        new SignedText(SignedText.SidOf(((person + 1) * 1000L) + at), SelfReferral.Number(person), words).ToBytes())];
}
