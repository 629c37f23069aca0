using NodaTime;

namespace Companion.Workflows.Notes;

/// <summary>What a line of a plan is.</summary>
public enum GoalKind
{
    /// <summary>A goal or hope of the person's own (PRSB: goals and hopes).</summary>
    Goal,

    /// <summary>What is most important to them (PRSB: about me).</summary>
    WhatMatters,
}

/// <summary>How far a goal or action has come.</summary>
public enum PlanStatus
{
    /// <summary>It is to be done.</summary>
    Open,

    /// <summary>It was reached or done.</summary>
    Done,

    /// <summary>It is no longer wanted.</summary>
    Dropped,
}

/// <summary>A goal of the person's own, or what matters to them, as a link worker wrote it down with them.</summary>
public sealed class PersonalGoal
{
    /// <summary>The scale of importance and confidence, by PRSB: 1 to 10.</summary>
    public const int Highest = 10;

    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long CaseId { get; set; }

    public GoalKind Kind { get; set; }

    public required string Words { get; set; }

    /// <summary>1 to 10; null when they were not asked.</summary>
    public int? Importance { get; set; }

    public PlanStatus Status { get; set; }

    public Instant WrittenAt { get; set; }

    public required string WrittenBy { get; set; }
}

/// <summary>Something that somebody will do, of a case's plan.</summary>
public sealed class CareAction
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    /// <summary>The case; null for one from the note of a hand-off that has none.</summary>
    public long? CaseId { get; set; }

    /// <summary>The note it was taken from, if any.</summary>
    public long? NoteId { get; set; }

    public required string What { get; set; }

    /// <summary>Who will do it.</summary>
    public required string Who { get; set; }

    /// <summary>By when; null when nothing was agreed.</summary>
    public LocalDate? DueOn { get; set; }

    public PlanStatus Status { get; set; }

    /// <summary>How sure the person is that it will be done, 1 to 10; null when they were not asked.</summary>
    public int? Confidence { get; set; }

    public Instant WrittenAt { get; set; }

    public required string WrittenBy { get; set; }
}
