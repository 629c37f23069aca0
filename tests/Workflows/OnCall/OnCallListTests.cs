using Companion.Workflows.HandOffs;
using Companion.Workflows.OnCall;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Tests.HandOffs;
using NodaTime;

namespace Companion.Workflows.Tests.OnCall;

/// <summary>The list that managers enter counts instead of the configured one.</summary>
public sealed class OnCallListTests
{
    private static readonly OnCallLine Priya = new("Priya Nair", "07700 900601", "", "", "always");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Those_who_were_entered_are_told_and_those_who_are_configured_are_not()
    {
        await using var rig = await Rig.At(Desk.Monday, Configured);
        Assert.Empty(await Save(rig, Priya, new("Jo Bright", "", "07700 900602", "jo@shire.example", "always"), new("", "", "", " ", "always")));

        await rig.Text("i want to kill myself");
        Assert.Equal(["+447700900601"], ToldBy(rig));
        await rig.Pass(Duration.FromMinutes(6));
        Assert.Equal(["+447700900601", "+447700900602", "jo@shire.example"], ToldBy(rig));
    }

    [Fact]
    public async Task The_number_of_each_says_who_is_told_first()
    {
        await using var rig = await Rig.At(Desk.Monday, Configured);
        Assert.Empty(await Save(rig, Priya with { Place = "2" }, new("Jo Bright", "07700900602", "", "", "always") { Place = "1" }, new("Mo", "07700900603", "", "", "always")));
        Assert.Equal(["Jo Bright", "Priya Nair", "Mo"], rig.Service.WhoIsOnCall.Select(person => person.Name));
    }

    [Fact]
    public async Task Whoever_accepts_a_call_is_known_by_the_list_as_it_is()
    {
        await using var rig = await Rig.At(Desk.Monday, Configured);
        await Save(rig, Priya with { Call = "07700 900601" });
        await rig.Text("i want to kill myself");
        var call = (await rig.All<OutboundMessage>()).Single(row => row.TextKey.EndsWith(".call", StringComparison.Ordinal));
        Assert.True(await rig.Part<AcceptCall>().Handle(call.Id, Cancel));
        Assert.Equal("Priya Nair", (await rig.All<HandOff>()).Single().AcknowledgedBy);
    }

    [Fact]
    public async Task Two_people_of_one_name_are_refused_because_who_was_told_is_remembered_by_name()
    {
        await using var rig = await Rig.At(Desk.Monday, Configured);
        var wrong = Assert.Single(await Save(rig, Priya, Priya with { Text = "07700900602" }));
        Assert.Equal("0-name", wrong.Field);
        Assert.Empty(await rig.All<OnCallPerson>());
    }

    [Fact]
    public async Task A_list_that_somebody_else_changed_meanwhile_is_not_written_over()
    {
        await using var rig = await Rig.At(Desk.Monday, Configured);
        await Save(rig, Priya);
        var shown = await rig.Part<OnCallList>().Version(rig.Service.Key, Cancel);
        await Save(rig, Priya with { Name = "Jo Bright" });

        Assert.Contains("Somebody else changed the list", Assert.Single(await rig.Part<SaveOnCall>().Handle(rig.Service.Key, [Priya with { Name = "Late" }], shown, Cancel)).Sentence, StringComparison.Ordinal);
        Assert.Equal(["Jo Bright"], rig.Service.WhoIsOnCall.Select(person => person.Name));
    }

    [Fact]
    public async Task A_list_that_leaves_an_hour_to_nobody_is_refused_unless_that_was_signed()
    {
        await using var rig = await Rig.At(Desk.Monday, Configured);
        var wrong = Assert.Single(await Save(rig, Priya with { Hours = "Mon-Fri 09:00-17:00" }, new("Jo", "07700900602", "", "", "Sat 00:00-24:00; Sun 00:00-24:00")));
        Assert.Contains("Monday at 00:00", wrong.Sentence, StringComparison.Ordinal);
        Assert.Empty(await rig.All<OnCallPerson>());
        Assert.False(rig.Service.HasEnteredOnCall);

        rig.Service.CrisisCover = new CrisisCoverSettings { Kind = "None", SignedBy = "Dr A. Example", SignedOn = "2026-11-01" };
        Assert.Empty(await Save(rig, Priya with { Hours = "Mon-Fri 09:00-17:00" }));
        Assert.False(rig.Service.NobodyReads(Desk.Monday));
        Assert.True(rig.Service.NobodyReads(Desk.Monday + Duration.FromHours(12)));
    }

    [Theory]
    [InlineData("", "07700900601", "always", "0-name")]
    [InlineData("Jo", "", "always", "0-text")]
    [InlineData("Jo", "12", "always", "0-text")]
    [InlineData("Jo", "07700900601", "sometimes", "0-hours")]
    public async Task What_cannot_be_is_said_beside_its_field(string name, string text, string hours, string field)
    {
        await using var rig = await Rig.At(Desk.Monday, Configured);
        var line = new OnCallLine(name, text, "", text.Length == 0 && name == "Jo" ? "" : "jo@shire.example", hours);
        Assert.Contains(await Save(rig, line), wrong => wrong.Field == field);
        Assert.Empty(await rig.All<OnCallPerson>());
    }

    [Fact]
    public async Task Somebody_with_only_an_e_mail_address_is_refused_where_no_e_mail_goes_out()
    {
        await using var rig = await Rig.At(Desk.Monday, Configured, ways: WithoutEmail);
        var wrong = Assert.Single(await Save(rig, Priya, new("Jo Bright", "", "", "jo@shire.example", "always")));
        Assert.Equal("1-email", wrong.Field);
        Assert.Empty(await rig.All<OnCallPerson>());
        Assert.Empty(await Save(rig, Priya with { Email = "priya@shire.example" }));
    }

    [Fact]
    public async Task A_list_that_was_entered_while_e_mail_went_out_does_not_count_where_it_does_not_and_is_told_of()
    {
        await using var rig = await Rig.At(Desk.Monday, Configured);
        Assert.Empty(await Save(rig, new("Jo Bright", "", "", "jo@shire.example", "always"), Priya with { Hours = "Mon-Fri 09:00-17:00" }));
        Assert.Empty(await rig.Part<OnCallList>().Wrong(Cancel));
        var without = new OnCallList(rig.Store, rig.Part<ServiceBook>(), WithoutEmail);

        await without.Read(Cancel);
        Assert.Equal(["Priya Nair"], rig.Service.WhoIsOnCall.Select(person => person.Name));
        var wrong = await without.Wrong(Cancel);
        Assert.Contains("Jo Bright", wrong[0], StringComparison.Ordinal);
        Assert.Contains("Monday at 00:00", wrong[1], StringComparison.Ordinal);

        Assert.Empty(await Save(rig, new OnCallLine("Jo Bright", "", "", "jo@shire.example", "always")));
        await without.Read(Cancel);
        Assert.Equal(["Configured"], rig.Service.WhoIsOnCall.Select(person => person.Name));
    }

    [Fact]
    public async Task An_empty_list_brings_the_configured_one_back_and_another_process_reads_what_was_kept()
    {
        await using var rig = await Rig.At(Desk.Monday, Configured);
        await Save(rig, Priya);
        rig.Service.Enter([]); // as in a process that has not looked yet
        Assert.False(rig.Service.HasEnteredOnCall);
        await rig.Part<OnCallList>().Read(Cancel);
        Assert.Equal(["Priya Nair"], rig.Service.WhoIsOnCall.Select(person => person.Name));

        Assert.Empty(await Save(rig, new OnCallLine("", "", "", "", "always")));
        Assert.Equal(["Configured"], rig.Service.WhoIsOnCall.Select(person => person.Name));
    }

    private static WaysToTell WithoutEmail => WaysToTell.All with { Email = false };

    private static void Configured(ServiceSettings service) =>
        service.OnCall = new SortedDictionary<string, OnCallSettings> { ["1"] = new() { Name = "Configured", Text = "+447700900699", Hours = "always" } };

    private static async Task<IReadOnlyList<Wrong>> Save(Rig rig, params OnCallLine[] lines) =>
        await rig.Part<SaveOnCall>().Handle(rig.Service.Key, lines, await rig.Part<OnCallList>().Version(rig.Service.Key, Cancel), Cancel);

    private static List<string> ToldBy(Rig rig) => rig.Carrier.Carried.Where(row => row.Class == SendClass.OnCall).Select(row => row.To).ToList();
}
