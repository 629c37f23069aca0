using Companion.Workflows.Settings;
using Companion.Workflows.Summaries.Checks;
using Companion.Workflows.Summaries.Disguises;
using Companion.Workflows.Telemetry;
using NodaTime;

namespace Companion.Workflows.Summaries.Asking;

/// <summary>
/// Drafts by a language model, over <c>IChatClient</c>. It sees the episode in disguise and its answer is checked like anybody's; whatever
/// goes wrong, the extractive summariser writes instead, and the draft says why.
/// </summary>
/// <param name="service">Whose drafts they are.</param>
/// <param name="model">The model.</param>
/// <param name="budget">What the service may spend in a day; null when nobody counts, as in an evaluation.</param>
/// <param name="extractive">Writes instead.</param>
/// <param name="meter">Counts drafts.</param>
public sealed class ModelSummariser(ServiceSettings service, AskModel model, ModelBudget? budget, ExtractiveSummariser extractive, CompanionMeter meter) : ISummariser
{
    /// <inheritdoc/>
    public async Task<Draft> Summarise(Episode episode, Purpose purpose, CancellationToken cancel)
    {
        var began = model.Time.GetTimestamp();
        var written = await Write(episode, purpose, cancel);
        var origin = new Origin(
            Writer.Model,
            Duration.FromTimeSpan(model.Time.GetElapsedTime(began)),
            written.Asked?.Model ?? (written.Asked is null ? null : model.Settings.Name),
            written.Asked is null ? null : written.Prompt,
            written.Asked?.TokensIn ?? 0,
            written.Asked?.TokensOut ?? 0,
            written.Asked is { } asked ? model.Settings.Pence(asked.TokensIn, asked.TokensOut) : null);
        var draft = written.Sentences is { } sentences ? WithoutWornPlaceholders(episode, CheckedDraft.Of(episode, sentences, origin)) : null;
        if (draft is not null && draft.Sentences.Any(sentence => sentence.Fault is null && written.Sentences!.Any(proposed => proposed.Text == sentence.Text)))
        {
            meter.Summarised("model", origin.Took.ToTimeSpan());
            return draft;
        }

        var why = written.Why ?? Why.Struck;
        meter.Summarised(why[(why.LastIndexOf('.') + 1)..], origin.Took.ToTimeSpan());
        var instead = await extractive.Summarise(episode, purpose, cancel);
        return new Draft(
            [.. instead.Sentences, .. draft?.Sentences.Where(sentence => sentence.Fault is not null && written.Sentences!.Any(proposed => proposed.Text == sentence.Text)) ?? []],
            origin with { Writer = instead.Origin.Writer, Took = Duration.FromTimeSpan(model.Time.GetElapsedTime(began)), InsteadOf = why });
    }

    private async Task<Written> Write(Episode episode, Purpose purpose, CancellationToken cancel)
    {
        if (!episode.Sources.Any(source => source.Speaker is Speaker.Person or Speaker.Other or Speaker.LinkWorker && source.Words.Any(char.IsLetterOrDigit)))
        {
            return new Written(Why.Nothing);
        }

        var disguise = new Disguise(episode.Known);
        var question = Question.About(episode, purpose, disguise);
        if (LeakGuard.Leaks(question.Words, episode.Known))
        {
            return new Written(Why.Leak);
        }

        var put = budget is null ? null : await budget.PutDown(service.Key, question.Estimate, service.Summaries.TokensPerDay, cancel);
        if (budget is not null && put is null)
        {
            return new Written(Why.Budget);
        }

        var asked = await model.Ask(question, cancel);
        if (budget is not null && (!asked.WasSent || asked.TokensIn + asked.TokensOut > 0))
        {
            await budget.Correct(put!.Value, asked.TokensIn + asked.TokensOut, cancel);
        }

        if (asked.Text is not { } text)
        {
            return new Written(asked.Why!) { Asked = asked, Prompt = question.Prompt };
        }

        var read = AnswerText.Read(text);
        return new Written(read is null ? Why.Nonsense : read.Count == 0 ? Why.Empty : null)
        {
            Asked = asked,
            Prompt = question.Prompt,
            Sentences = read is { Count: > 0 } ? read.Select(one => one with { Text = AnswerText.OneLine(disguise.PutBack(one.Text)) }).ToList() : null,
        };
    }

    // One that was invented or changed cannot be put back, and stands for nobody.
    private static Draft WithoutWornPlaceholders(Episode episode, Draft draft) => draft with
    {
        Sentences = draft.Sentences
            .Select(sentence => sentence.Fault is null && Disguise.FirstLeft(sentence.Text) is { } left && !Cites(episode, sentence, left)
                ? sentence with { Fault = Fault.UnknownName, Because = left }
                : sentence)
            .ToList(),
    };

    private static bool Cites(Episode episode, Sentence sentence, string words) =>
        sentence.Cites.Any(id => episode.Find(id)?.Words.Contains(words, StringComparison.OrdinalIgnoreCase) == true);

    private sealed record Written(string? Why)
    {
        public Asked? Asked { get; init; }

        public string? Prompt { get; init; }

        public IReadOnlyList<Proposed>? Sentences { get; init; }
    }
}
