namespace Companion.Workflows.Summaries.Evaluating;

/// <summary>The names by which a case file may call a fault: as <see cref="Fault"/> does, or as people say it.</summary>
internal static class FaultNames
{
    private static readonly Dictionary<string, Fault> Also = new(StringComparer.OrdinalIgnoreCase)
    {
        ["score"] = Fault.WrongNumber,
        ["wrongScore"] = Fault.WrongNumber,
        ["number"] = Fault.WrongNumber,
        ["wrongAmount"] = Fault.WrongNumber,
        ["date"] = Fault.WrongDate,
        ["wrongTime"] = Fault.WrongDate,
        ["wrongDay"] = Fault.WrongDate,
        ["name"] = Fault.UnknownName,
        ["wrongName"] = Fault.UnknownName,
        ["inventedName"] = Fault.UnknownName,
        ["unsupported"] = Fault.UnsupportedWord,
        ["unsupportedDetail"] = Fault.UnsupportedWord,
        ["invented"] = Fault.UnsupportedWord,
        ["inventedFact"] = Fault.UnsupportedWord,
        ["inventedDetail"] = Fault.UnsupportedWord,
        ["swapped"] = Fault.SwappedPerson,
        ["wrongPerson"] = Fault.SwappedPerson,
        ["personSwapped"] = Fault.SwappedPerson,
        ["negation"] = Fault.DroppedNegation,
        ["polarity"] = Fault.DroppedNegation,
        ["certainty"] = Fault.Overstated,
        ["overstatement"] = Fault.Overstated,
        ["exaggerated"] = Fault.Overstated,
        ["plan"] = Fault.InventedPlan,
        ["correction"] = Fault.Corrected,
        ["ignoredCorrection"] = Fault.Corrected,
        ["superseded"] = Fault.Corrected,
        ["otherPerson"] = Fault.OtherPersonsMessage,
        ["othersMessage"] = Fault.OtherPersonsMessage,
        ["otherPersonMessage"] = Fault.OtherPersonsMessage,
        ["risk"] = Fault.DroppedRisk,
        ["omittedRisk"] = Fault.DroppedRisk,
        ["rating"] = Fault.RiskRating,
        ["injection"] = Fault.Instruction,
        ["promptInjection"] = Fault.Instruction,
        ["citation"] = Fault.UnknownCitation,
        ["wrongCitation"] = Fault.UnknownCitation,
        ["uncited"] = Fault.NoCitation,
        ["missingCitation"] = Fault.NoCitation,
    };

    /// <summary>The fault of a name, or null; case, spaces, dashes and underscores do not matter.</summary>
    public static Fault? Of(string name)
    {
        var letters = Letters(name);
        return Enum.TryParse<Fault>(letters, ignoreCase: true, out var fault) && Enum.IsDefined(fault)
            ? fault
            : Also.TryGetValue(letters, out var also) ? also : null;
    }

    /// <summary>A name without spaces, dashes and underscores.</summary>
    public static string Letters(string name) => string.Concat(name.Where(char.IsLetter));
}
