using Companion.Bot.Tests.Channels;
using Companion.Bot.Tests.Hosting;
using Companion.Dialogs;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.People;
using Companion.Workflows.Summaries;
using Companion.Workflows.Summaries.Asking;
using Companion.Workflows.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Companion.Bot.Tests.Models;

/// <summary>A whole Companion with a model turned on: from a text and a pick-up to a note that keeps where it came from.</summary>
public sealed class NoteOverHttpTests
{
    private const string Phone = "+447700900101";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_note_drafted_by_a_model_keeps_its_origin_and_is_no_record_before_a_person_approves_it()
    {
        await using var server = await ModelServer.Start();
        server.Always = asking => asking.Say(ModelRig.Answer(("issues", "They wrote \"the xylophone keeps me awake\".", Id(asking, "xylophone"))));

        var (note, version, _) = await PickedUp(server, on: true);

        Assert.Equal(NoteStatus.Drafted, note.Status);
        Assert.Equal((Writer.Model, ModelServer.Model, "summary.v1.short", 812, 96), (version.Origin.Writer, version.Origin.Model, version.Origin.Prompt, version.Origin.TokensIn, version.Origin.TokensOut));
        Assert.Contains(version.Lines.All, line => line.Stands && line.Text == "They wrote \"the xylophone keeps me awake\".");
        Assert.DoesNotContain(Phone, Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_in_trouble_leaves_an_extractive_note_with_the_reason_and_nothing_in_the_logs()
    {
        await using var server = await ModelServer.Start();
        server.Always = asking => asking.Fail(401, "invalid_api_key", "Zarquon says the xylophone key is wrong");

        var (note, version, logs) = await PickedUp(server, on: true);

        Assert.Equal(NoteStatus.Drafted, note.Status);
        Assert.Equal((Writer.Extractive, Why.Failing), (version.Origin.Writer, version.Origin.InsteadOf));
        Assert.Contains(version.Lines.All, line => line.Stands && line.Text.Contains("xylophone", StringComparison.Ordinal));
        Assert.DoesNotContain("xylophone", logs, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Zarquon", logs, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(ModelServer.Key, logs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_being_turned_on_a_configured_model_is_never_asked()
    {
        await using var server = await ModelServer.Start();

        var (_, version, _) = await PickedUp(server, on: false);

        Assert.Equal((Writer.Extractive, null), (version.Origin.Writer, version.Origin.InsteadOf));
        Assert.Empty(server.Requests);
    }

    private static async Task<(Note Note, NoteVersion Version, string Logs)> PickedUp(ModelServer server, bool on)
    {
        var logs = new LogBook();
        await using var app = await CompanionApp.Start(
            builder =>
            {
                builder.Services.AddSingleton(ShippedDialogs.Book());
                builder.Logging.AddProvider(logs);
            },
            $"--Model:Endpoint={server.Endpoint}", $"--Model:ApiKey={ModelServer.Key}", $"--Model:Name={ModelServer.Model}", $"--Services:sample:Summaries:Model={on}");
        await app.Text(Phone, "the xylophone keeps me awake");
        var address = Assert.Single(await app.All<Address>());
        var sam = (await app.All<Worker>()).Single(worker => worker.Name == Invented.LinkWorker);
        await app.Part<BeginTalking>().Handle(CompanionApp.Service, address.Id, sam.Id, Cancel);
        while ((await app.All<Note>()).Exists(note => note.Status == NoteStatus.Asked))
        {
            await app.Part<DraftDue>().Handle(10, Cancel);
        }

        return (Assert.Single(await app.All<Note>()), Assert.Single(await app.All<NoteVersion>()), logs.Text);
    }

    private static string Id(Asking asking, string word) => asking.Episode.GetProperty("sources").EnumerateArray()
        .First(source => source.GetProperty("words").GetString()!.Contains(word, StringComparison.Ordinal)).GetProperty("id").GetString()!;
}
