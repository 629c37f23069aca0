using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Notes;

/// <summary>A goal or what matters, as it is entered.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Words">In the person's words.</param>
/// <param name="Importance">1 to 10, where they were asked.</param>
public sealed record GoalEntry(GoalKind Kind, string Words, int? Importance);

/// <summary>An action, as it is entered.</summary>
/// <param name="What">What is to be done.</param>
/// <param name="Who">Who will do it.</param>
/// <param name="DueOn">By when.</param>
/// <param name="Confidence">1 to 10, where they were asked.</param>
public sealed record ActionEntry(string What, string Who, LocalDate? DueOn, int? Confidence);

/// <summary>A link worker writes down a case's plan: goals and what matters, and who does what by when (PRSB: care and support plan).</summary>
public sealed class WritePlan(IStore store, IClock clock)
{
    /// <summary>The longest goal or action, in characters.</summary>
    public const int Longest = 500;

    /// <summary>Adds a goal; the same words again are the same goal, with the importance last given.</summary>
    public Task<NoteOutcome> Add(string serviceId, long caseId, GoalEntry entry, string by, CancellationToken cancel) =>
        !IsFit(entry.Words) || !IsOnScale(entry.Importance) ? Task.FromResult(NoteOutcome.BadWords) : Run(serviceId, caseId, async turn =>
        {
            var words = entry.Words.Trim();
            if ((await turn.Session.Query<PersonalGoal>("WHERE \"CaseId\" = @p0", caseId)).Find(one => one.Kind == entry.Kind && one.Words == words) is { } before)
            {
                (before.Importance, before.Status) = (entry.Importance, PlanStatus.Open);
                turn.Update(before);
                return NoteOutcome.Done;
            }

            turn.Insert(new PersonalGoal
            {
                Id = turn.Session.NextId(),
                ServiceId = serviceId,
                CaseId = caseId,
                Kind = entry.Kind,
                Words = words,
                Importance = entry.Importance,
                WrittenAt = turn.Now,
                WrittenBy = by,
            });
            return NoteOutcome.Done;
        }, cancel);

    /// <summary>Adds an action; the same one again changes who, when and how sure.</summary>
    public Task<NoteOutcome> Add(string serviceId, long caseId, ActionEntry entry, string by, CancellationToken cancel) =>
        !IsFit(entry.What) || !IsFit(entry.Who) || !IsOnScale(entry.Confidence) ? Task.FromResult(NoteOutcome.BadWords) : Run(serviceId, caseId, async turn =>
        {
            var what = entry.What.Trim();
            if ((await turn.Session.Query<CareAction>("WHERE \"CaseId\" = @p0", caseId)).Find(one => one.Status == PlanStatus.Open && one.What == what) is { } before)
            {
                (before.Who, before.DueOn, before.Confidence) = (entry.Who.Trim(), entry.DueOn, entry.Confidence);
                turn.Update(before);
                return NoteOutcome.Done;
            }

            turn.Insert(new CareAction
            {
                Id = turn.Session.NextId(),
                ServiceId = serviceId,
                CaseId = caseId,
                What = what,
                Who = entry.Who.Trim(),
                DueOn = entry.DueOn,
                Confidence = entry.Confidence,
                WrittenAt = turn.Now,
                WrittenBy = by,
            });
            return NoteOutcome.Done;
        }, cancel);

    /// <summary>Says how far a goal has come.</summary>
    public Task<NoteOutcome> MarkGoal(string serviceId, long caseId, long goalId, PlanStatus status, CancellationToken cancel) =>
        Mark<PersonalGoal>(serviceId, caseId, goalId, goal => goal.Status = status, cancel);

    /// <summary>Says how far an action has come.</summary>
    public Task<NoteOutcome> MarkAction(string serviceId, long caseId, long actionId, PlanStatus status, CancellationToken cancel) =>
        Mark<CareAction>(serviceId, caseId, actionId, action => action.Status = status, cancel);

    private static bool IsFit(string words) => words.Trim().Length is > 0 and <= Longest;

    private static bool IsOnScale(int? value) => value is null or (>= 1 and <= PersonalGoal.Highest);

    private Task<NoteOutcome> Mark<T>(string serviceId, long caseId, long id, Action<T> mark, CancellationToken cancel)
        where T : class => Run(serviceId, caseId, async turn =>
        {
            if ((await turn.Session.Query<T>("WHERE \"Id\" = @p0 AND \"CaseId\" = @p1", id, caseId)).SingleOrDefault() is not { } row)
            {
                return NoteOutcome.Unknown;
            }

            mark(row);
            turn.Update(row);
            return NoteOutcome.Done;
        }, cancel);

    private async Task<NoteOutcome> Run(string serviceId, long caseId, Func<Turn, ValueTask<NoteOutcome>> change, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.Cases.Where(one => one.Id == caseId && one.ServiceId == serviceId).Select(one => (long?)one.AddressId).SingleOrDefaultAsync(cancel) is { } addressId
            ? await store.Turn(TurnRequest.About(serviceId, addressId, clock.GetCurrentInstant()), change, cancel)
            : NoteOutcome.Unknown;
    }
}
