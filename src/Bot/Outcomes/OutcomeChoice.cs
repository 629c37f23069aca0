using Companion.Workflows.Outcomes;
using Companion.Workflows.Settings;
using NodaTime;
using NodaTime.Text;

namespace Companion.Bot.Outcomes;

/// <summary>Which evidence somebody asked for, as they typed it.</summary>
/// <param name="Service">The service's key; null or empty for every one.</param>
/// <param name="From">The first day 0, yyyy-MM-dd; null or empty for the earliest.</param>
/// <param name="To">The last day 0.</param>
public sealed record OutcomeChoice(string? Service, string? From, string? To)
{
    /// <summary>Reads it.</summary>
    /// <returns>One scope a service; or the key of the sentence that says what is wrong, with the name of what was typed.</returns>
    public (IReadOnlyList<OutcomeScope> Scopes, OutcomeProblem? Problem) Read(ServiceBook services)
    {
        if (!string.IsNullOrEmpty(Service) && services.Find(Service) is null)
        {
            return ([], new OutcomeProblem("service", "outcomes.problem.service"));
        }

        if (!IsDay(From, out var from))
        {
            return ([], new OutcomeProblem("from", "outcomes.problem.day"));
        }

        if (!IsDay(To, out var to))
        {
            return ([], new OutcomeProblem("to", "outcomes.problem.day"));
        }

        return from > to
            ? ([], new OutcomeProblem("to", "outcomes.problem.order"))
            : (services.All
                .Where(service => string.IsNullOrEmpty(Service) || service.Key == Service)
                .Select(service => new OutcomeScope(service.Key, from, to))
                .OrderBy(scope => scope.ServiceId, StringComparer.Ordinal)
                .ToList(), null);
    }

    private static bool IsDay(string? typed, out LocalDate? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(typed))
        {
            return true;
        }

        var parsed = LocalDatePattern.Iso.Parse(typed.Trim());
        day = parsed.Success ? parsed.Value : null;
        return parsed.Success;
    }
}

/// <summary>What is wrong with a choice.</summary>
/// <param name="Field">service, from or to.</param>
/// <param name="Key">The key of the sentence.</param>
public sealed record OutcomeProblem(string Field, string Key);
