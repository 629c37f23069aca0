namespace Companion.Workflows.Summaries.Checks;

/// <summary>A sentence cites something, and everything it cites is there.</summary>
internal static class Citations
{
    public static Finding? Check(Claim claim)
    {
        if (claim.Proposed.Cites.Count == 0)
        {
            // That nothing was raised stands nowhere: it rests on the whole conversation.
            return claim.SaysNoRisks ? null : new Finding(Fault.NoCitation, "");
        }

        var unknown = claim.Proposed.Cites.FirstOrDefault(id => claim.Heard.Find(id) is null);
        return unknown is null ? null : new Finding(Fault.UnknownCitation, unknown);
    }
}
