using Companion.Dialogs.Talking;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Safety;
using Companion.Workflows.Sending;
using Microsoft.Data.Sqlite;

namespace Companion.Bot.Tests.Channels;

public sealed class InboundWebhookTests
{
    private const string Path = "/sms/inbound";
    private const string Hello = "MessageSid=SM1&From=%2B447700900123&To=%2B447700900100&NumMedia=0&Body=Hello+%C2%A3";

    [Fact]
    public async Task A_signed_text_is_stored_and_answered_with_nothing_to_say()
    {
        await using var rig = await WebhookRig.Start();
        var rung = rig.Part<Companion.Bot.Sending.SenderBell>().Next;

        var answer = await rig.Post(Path, Hello);

        Assert.Equal((200, "<Response></Response>", "text/xml"), answer);
        var message = Assert.Single(await rig.All<InboundMessage>());
        Assert.Equal(("shire", "SM1", "Hello £"), (message.ServiceId, message.ProviderId, message.Words));
        Assert.Equal(WebhookRig.Anna, Assert.Single(await rig.All<Address>()).Value);
        Assert.NotEmpty(await rig.All<OutboundMessage>());
        Assert.True(rung.IsCompleted);
    }

    [Fact]
    public async Task The_same_sid_is_taken_once_and_answered_as_before()
    {
        await using var rig = await WebhookRig.Start();

        var answers = await Task.WhenAll(rig.Post(Path, Hello), rig.Post(Path, Hello), rig.Post(Path, Hello));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Single(await rig.All<InboundMessage>());
    }

    [Fact]
    public async Task What_no_database_holds_is_cleaned_and_the_rest_is_kept()
    {
        await using var rig = await WebhookRig.Start();

        Assert.Equal(200, (await rig.Post(Path, "MessageSid=SM1&From=%2B447700900123&To=%2B447700900100&Body=a%00b%ED%A0%80c%FFd")).Status);

        var words = Assert.Single(await rig.All<InboundMessage>()).Words;
        Assert.StartsWith("ab", words, StringComparison.Ordinal);
        Assert.EndsWith("d", words, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', words);
    }

    [Theory]
    [InlineData("85258")]
    [InlineData("NHSvaccine")]
    public async Task A_sender_that_cannot_be_answered_is_kept_and_never_answered(string from)
    {
        await using var rig = await WebhookRig.Start();

        Assert.Equal(200, (await rig.Post(Path, $"MessageSid=SM1&From={from}&To=%2B447700900100&Body=Your+parcel+is+late")).Status);

        Assert.Single(await rig.All<InboundMessage>());
        Assert.Empty(await rig.All<OutboundMessage>());
    }

    [Fact]
    public async Task Another_way_of_writing_a_number_is_the_same_number()
    {
        await using var rig = await WebhookRig.Start();

        await rig.Post(Path, Hello);
        await rig.Post(Path, Hello.Replace("SM1", "SM2", StringComparison.Ordinal).Replace("%2B447700900123", "07700+900123", StringComparison.Ordinal));

        Assert.Equal(WebhookRig.Anna, Assert.Single(await rig.All<Address>()).Value);
    }

    [Fact]
    public async Task A_whatsapp_address_is_kept_as_it_is_and_found_by_its_number()
    {
        await using var rig = await WebhookRig.Start(secondService: true);

        var form = "MessageSid=SM1&From=whatsapp%3A%2B447700900123&To=whatsapp%3A%2B447700900200&Body=Hello";
        Assert.Equal(200, (await rig.Post(Path, form)).Status);

        var address = Assert.Single(await rig.All<Address>());
        Assert.Equal(("vale", "whatsapp:+447700900123"), (address.ServiceId, address.Value));
    }

    [Fact]
    public async Task An_unknown_number_belongs_to_the_sole_service()
    {
        await using var rig = await WebhookRig.Start();

        Assert.Equal(200, (await rig.Post(Path, Hello.Replace("900100", "900999", StringComparison.Ordinal))).Status);

        Assert.Equal("shire", Assert.Single(await rig.All<InboundMessage>()).ServiceId);
    }

    [Fact]
    public async Task With_several_services_a_text_to_an_unknown_number_is_kept_and_alerted_once()
    {
        await using var rig = await WebhookRig.Start(secondService: true);
        var form = Hello.Replace("900100", "900999", StringComparison.Ordinal);

        Assert.Equal(200, (await rig.Post(Path, form)).Status);
        Assert.Equal(200, (await rig.Post(Path, form)).Status);

        var alert = Assert.Single(await rig.All<Alert>());
        Assert.Equal(("UnknownNumber", "Hello £", WebhookRig.Anna), (alert.Kind, alert.Words, alert.From));
        Assert.Empty(await rig.All<InboundMessage>());
    }

    [Fact]
    public async Task A_store_that_fails_makes_Twilio_try_again_and_logs_no_words()
    {
        await using var rig = await WebhookRig.Start(migrate: false);

        var (status, _, _) = await rig.Post(Path, Hello);

        Assert.Equal(503, status);
        Assert.Contains("SqliteException", rig.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hello", rig.Log.Text, StringComparison.Ordinal);

        await rig.Store.Migrate(TestContext.Current.CancellationToken);
        Assert.Equal(200, (await rig.Post(Path, Hello)).Status);
        Assert.Single(await rig.All<InboundMessage>());
    }

    [Fact]
    public async Task A_locked_database_makes_Twilio_try_again_and_loses_nothing()
    {
        await using var rig = await WebhookRig.Start();
        await rig.Post(Path, Hello);
        await using (var other = new SqliteConnection(rig.ConnectionString))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = other.CreateCommand();
            command.CommandText = "BEGIN EXCLUSIVE";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

            Assert.Equal(503, (await rig.Post(Path, Hello.Replace("SM1", "SM2", StringComparison.Ordinal))).Status);
        }

        Assert.Equal(200, (await rig.Post(Path, Hello.Replace("SM1", "SM2", StringComparison.Ordinal))).Status);
        Assert.Equal(2, (await rig.All<InboundMessage>()).Count);
    }

    [Fact]
    public async Task Words_that_a_mistake_of_ours_cannot_answer_are_kept_once_and_given_to_a_person()
    {
        await using var rig = await WebhookRig.Start(dialogs: new DialogBook()); // no dialog answers

        Assert.Equal(200, (await rig.Post(Path, Hello)).Status);
        Assert.Equal(200, (await rig.Post(Path, Hello)).Status);

        Assert.Equal("Hello £", Assert.Single(await rig.All<InboundMessage>()).Words);
        Assert.Single(await rig.All<HandOff>());
        Assert.Equal("TurnFailed", Assert.Single(await rig.All<Alert>()).Kind);
        Assert.DoesNotContain("Hello", rig.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_Twilios_own_helper_signed_is_taken()
    {
        var answer = Assert.Single(await TwilioHelper.Sign(new { token = WebhookRig.Token, url = WebhookRig.Public + Path, form = Hello }));
        await using var rig = await WebhookRig.Start();

        Assert.Equal(200, (await rig.Post(Path, Hello, answer.Signature)).Status);
        Assert.Single(await rig.All<InboundMessage>());
    }
}
