using Companion.Bot.Hosting;
using Companion.Dialogs.CheckIns;
using Companion.Dialogs.Words;
using Companion.Workflows.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Companion.Bot.Tests.Hosting;

public sealed class StartReportTests
{
    [Fact]
    public async Task The_start_says_what_is_simulated_and_which_keys_make_it_real()
    {
        await using var app = await CompanionApp.Start();
        var parts = app.Part<StartReport>().Parts();
        var texts = parts.Single(part => part.Name == "texts");
        Assert.Contains("simulated", texts.Now, StringComparison.Ordinal);
        Assert.Contains("Twilio__AuthToken", texts.ToMakeReal, StringComparison.Ordinal);
        Assert.Contains("Email__Smtp", parts.Single(part => part.Name == "e-mail").ToMakeReal, StringComparison.Ordinal);
        Assert.Contains("hand-offs", StartReport.Table(parts), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("by the extractive summariser")]
    [InlineData("by the model llama-4 for 1 of 1 services, checked", "--Services:sample:Summaries:Model=true", "--Model:Endpoint=https://api.example/v1", "--Model:ApiKey=k", "--Model:Name=llama-4")]
    [InlineData("although 1 of 1 services have a model turned on", "--Services:sample:Summaries:Model=true")]
    public async Task The_start_says_who_drafts_notes(string now, params string[] settings)
    {
        await using var app = await CompanionApp.Start(settings: settings);

        Assert.Contains(now, app.Part<StartReport>().Parts().Single(part => part.Name == "summaries").Now, StringComparison.Ordinal);
    }

    [Fact]
    public void In_Production_a_model_that_is_turned_on_and_not_set_stops_the_start()
    {
        var wrong = Assert.Throws<WrongConfiguration>(() => Serve.Build(["--Services:sample:Summaries:Model=true", "--Model:Endpoint=https://api.example/v1"], environment: Environments.Production));

        Assert.Contains("Services:sample:Summaries:Model: is on, but Model:ApiKey and Model:Name must be set first", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://api.example/v1")]
    [InlineData("api.example/v1")]
    [InlineData("ftp://127.0.0.1/v1")]
    public void Peoples_words_and_the_key_go_to_no_endpoint_in_the_clear(string endpoint)
    {
        var wrong = Assert.Throws<WrongConfiguration>(() => Serve.Build([$"--Model:Endpoint={endpoint}"], environment: Environments.Development));

        Assert.Contains("Model:Endpoint: must be an https address", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_the_last_year_of_the_bank_holidays_file_the_start_warns()
    {
        var service = new ServiceSettings();
        _ = service.Prepare("sample").ToList();
        var services = new ServiceBook(new Dictionary<string, ServiceSettings> { ["sample"] = service });
        var last = service.Holidays.LastYear;
        Assert.Empty(StartReport.HolidayWarnings(services, last - 1));
        Assert.Contains("Services:sample:BankHolidays", StartReport.HolidayWarnings(services, last).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void In_Production_a_start_that_would_reach_nobody_says_what_is_missing()
    {
        var wrong = Assert.Throws<WrongConfiguration>(() => Serve.Build(
            ["--Services:sample:OnCall:0:Text=", "--Services:sample:OnCall:0:Call=", "--Services:sample:OnCall:0:Email=sam@example.org"],
            environment: Environments.Production));

        Assert.Contains("Links__Key", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("Twilio__AuthToken", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("Services:sample:OnCall:0", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false, "--Email:Smtp=127.0.0.1:9", "--Email:From=companion@companion.example")]
    [InlineData(false, "--Services:sample:TeamsChannel=19:shire@thread.tacv2", "--Teams:AppId=11111111-2222-3333-4444-555555555555", "--Teams:TenantId=11111111-2222-3333-4444-555555555555", "--Teams:ClientSecret=a-secret-for-tests")]
    [InlineData(true, "--Teams:AppId=11111111-2222-3333-4444-555555555555", "--Teams:TenantId=11111111-2222-3333-4444-555555555555", "--Teams:ClientSecret=a-secret-for-tests")]
    public void In_Production_a_service_whose_workers_nothing_reaches_is_not_started(bool refused, params string[] settings)
    {
        var wrong = Assert.Throws<WrongConfiguration>(() => Serve.Build(settings, environment: Environments.Production));
        Assert.Equal(refused, wrong.Message.Contains("its workers can be told of hand-offs neither", StringComparison.Ordinal));
    }

    [Fact]
    public void A_questionnaire_whose_words_do_not_ship_is_asked_in_the_words_of_a_licence_holder_with_the_line_that_must_be_shown()
    {
        const string Asked = "--Services:sample:CheckIns:Instruments=ons4 swemwbs";
        var wrong = Assert.Throws<WrongConfiguration>(() => Serve.Build([Asked], environment: Environments.Development));
        Assert.Contains("Services:sample:CheckIns:Instruments: the words of 'swemwbs' do not ship", wrong.Message, StringComparison.Ordinal);
        var half = Assert.Throws<WrongConfiguration>(() => Serve.Build([Asked, "--Instruments:swemwbs:Open=Hello. {question}"], environment: Environments.Development));
        Assert.Contains("Instruments:swemwbs:Items:useful: its words are missing.", half.Message, StringComparison.Ordinal);
        Assert.Contains("Instruments:swemwbs:Open: it has no {copyright}", half.Message, StringComparison.Ordinal);

        var words = Instrument.Of("swemwbs").Items.Select(item => $"--Instruments:swemwbs:Items:{item.Key}=Words of {item.Key}.");
        using var app = Serve.Build([Asked, "--Instruments:swemwbs:Open=Hello. {copyright} {question}", .. words], environment: Environments.Development);

        var texts = app.Services.GetRequiredService<TextBook>();
        Assert.Contains("(c) NHS Health Scotland, University of Warwick", texts.Raw("en", "checkin.swemwbs.open"), StringComparison.Ordinal);
        Assert.Equal("Words of useful.", texts.Raw("en", "checkin.swemwbs.useful"));
    }
}
