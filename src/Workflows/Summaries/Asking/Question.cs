using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Companion.Workflows.Summaries.Disguises;
using Companion.Workflows.Timing;
using Microsoft.Extensions.AI;

namespace Companion.Workflows.Summaries.Asking;

/// <summary>One request to a model: the prompt, and the episode in disguise as JSON data. Words of people are never part of the prompt.</summary>
internal sealed class Question
{
    private const int MostCharacters = 48_000;
    private const int MostOfOneMessage = 2_000;
    private const int CharactersPerToken = 3; // fewer than of ordinary English, so that the estimate errs upwards

    // As it is, so that the leak guard reads what the model reads; nothing here is put into a page.
    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Question(string prompt, string data, IReadOnlyList<string> words, ChatOptions options) =>
        (Prompt, Data, Words, Options) = (prompt, data, words, options);

    /// <summary>The prompt's name and version.</summary>
    public string Prompt { get; }

    /// <summary>The episode as the model reads it.</summary>
    public string Data { get; }

    /// <summary>The words in it, each message for itself.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>How the answer has to look, and how long it may be.</summary>
    public ChatOptions Options { get; }

    /// <summary>The messages to send.</summary>
    public IReadOnlyList<ChatMessage> Messages => [new(ChatRole.System, Prompts.Text(Prompt)), new(ChatRole.User, Data)];

    /// <summary>The tokens it may take at most, read and written together, as far as one can tell before.</summary>
    public int Estimate => ((Prompts.Text(Prompt).Length + Data.Length) / CharactersPerToken) + Options.MaxOutputTokens!.Value;

    /// <summary>The question about an episode.</summary>
    /// <param name="episode">The episode.</param>
    /// <param name="purpose">How long the answer is to be.</param>
    /// <param name="disguise">Hides who people are, and later puts it back.</param>
    public static Question About(Episode episode, Purpose purpose, Disguise disguise)
    {
        var prompt = purpose == Purpose.PickedUp ? Prompts.Short : Prompts.Full;
        foreach (var source in episode.Sources)
        {
            disguise.Meet(source.Words);
        }

        var chosen = Chosen(episode, episode.Sources.ToDictionary(source => source, source => Cut(disguise.Hide(source.Words))));
        var sources = chosen.ConvertAll(one => one.Source);
        var words = chosen.ConvertAll(one => one.Words);
        var data = JsonSerializer.Serialize(
            new
            {
                language = episode.Language,
                sources = sources.Select((source, at) => new
                {
                    id = source.Id,
                    at = source.At.Local().ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture),
                    who = Who(source.Speaker),
                    words = words[at],
                }),
            },
            AsItIs);
        return new Question(prompt, data, words, new ChatOptions
        {
            MaxOutputTokens = purpose == Purpose.PickedUp ? 800 : 2_500,
            ResponseFormat = AnswerFormat.For(sources.Select(source => source.Id)),
        });
    }

    // The record first, then what danger was heard in, then the latest of the rest without a gap. All of them within the limit: what finds no
    // room of the first two is carried over by the checks.
    private static List<(Source Source, string Words)> Chosen(Episode episode, Dictionary<Source, string> hidden)
    {
        var raised = episode.Raised.Select(one => one.SourceId).ToHashSet(StringComparer.Ordinal);
        var chosen = new HashSet<Source>();
        var left = MostCharacters;
        foreach (var source in episode.Sources.Reverse().OrderBy(source => source.Speaker == Speaker.Record ? 0 : raised.Contains(source.Id) ? 1 : 2))
        {
            var length = Length(hidden[source]);
            if (length <= left)
            {
                chosen.Add(source);
                left -= length;
            }
            else if (source.Speaker != Speaker.Record && !raised.Contains(source.Id))
            {
                break; // a gap in the middle would join what was never said together
            }
        }

        return episode.Sources.Where(chosen.Contains).Select(source => (source, hidden[source])).ToList();
    }

    // As it is sent: an emoji takes twelve letters there. 80: what stands around it.
    private static int Length(string hidden) => JsonEncodedText.Encode(hidden, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value.Length + 80;

    private static string Cut(string hidden)
    {
        if (hidden.Length <= MostOfOneMessage)
        {
            return hidden;
        }

        var space = hidden.LastIndexOf(' ', MostOfOneMessage);
        return hidden[..(space > 0 ? space : MostOfOneMessage)];
    }

    private static string Who(Speaker speaker) => speaker switch
    {
        Speaker.Person => "person",
        Speaker.Bot => "companion",
        Speaker.LinkWorker => "link worker",
        Speaker.Other => "other",
        _ => "record",
    };
}
