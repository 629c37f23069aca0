namespace Companion.Workflows.Summaries;

/// <summary>Why a sentence of a draft does not stand. The words for each are in the resource files.</summary>
public enum Fault
{
    /// <summary>It cites nothing.</summary>
    NoCitation,

    /// <summary>It cites an id that is not in the episode.</summary>
    UnknownCitation,

    /// <summary>A number or score that is not in what it cites, or belongs to another question.</summary>
    WrongNumber,

    /// <summary>A date, day or time that is not in what it cites.</summary>
    WrongDate,

    /// <summary>A name or place that is not in what it cites.</summary>
    UnknownName,

    /// <summary>A word of weight that nothing it cites bears out.</summary>
    UnsupportedWord,

    /// <summary>Who did or felt something is not who it was.</summary>
    SwappedPerson,

    /// <summary>It denies what was said, or says what was denied.</summary>
    DroppedNegation,

    /// <summary>It tells as certain, or more often or strongly, what was said as possible or less.</summary>
    Overstated,

    /// <summary>A plan or agreement that nobody made.</summary>
    InventedPlan,

    /// <summary>The person corrected later what it rests on.</summary>
    Corrected,

    /// <summary>It rests on the words of somebody other than the one it is said of.</summary>
    OtherPersonsMessage,

    /// <summary>Advice of the writer's own.</summary>
    Advice,

    /// <summary>A diagnosis of the writer's own.</summary>
    Diagnosis,

    /// <summary>A rating of risk of the writer's own.</summary>
    RiskRating,

    /// <summary>Something the safety listener raised was left out; the sentence that carries it over was added.</summary>
    DroppedRisk,

    /// <summary>It repeats an instruction that stood in a message.</summary>
    Instruction,
}
