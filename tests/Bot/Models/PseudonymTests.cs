using Companion.Tests.Support;
using Companion.Workflows.Summaries;
using Companion.Workflows.Summaries.Asking;
using Companion.Workflows.Summaries.Evaluating;

namespace Companion.Bot.Tests.Models;

/// <summary>Who people are does not leave: in no recorded request stands a name, a number, an address or a date of birth of anybody invented.</summary>
public sealed class PseudonymTests
{
    private static readonly string[] Everybody =
    [
        "Margaret Okafor", "Will Grace", "Hope May", "Zoë Ní Bhriain", "Anne-Marie Nguyễn", "Siobhán O'Leary", "+447700900123", "07700 900456", "9990000018", "1947-03-12",
        "12 Oak Lane, Wythenshawe", "M22 4AB", "m.okafor47@example.org", "Dr Kite", "Thorncliffe Surgery",
    ];

    public static IEnumerable<TheoryDataRow<string>> Transcripts() => Directory
        .GetFiles(Path.Combine(Repository.Root, "tests", "Workflows", "Summaries", "Cases"), "*.json")
        .Order(StringComparer.Ordinal)
        .Select(file => new TheoryDataRow<string>(Path.GetFileNameWithoutExtension(file)));

    [Fact]
    public void There_are_forty_transcripts_to_go_by() => Assert.Equal(40, Transcripts().Count());

    [Theory]
    [MemberData(nameof(Transcripts))]
    public async Task Nothing_that_tells_who_somebody_is_leaves_with_a_transcript_and_all_of_it_comes_back(string name)
    {
        var file = Path.Combine(Repository.Root, "tests", "Workflows", "Summaries", "Cases", name + ".json");
        await LeavesAndComesBack(CaseReader.Read(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Episode);
    }

    [Theory]
    [InlineData("hi its margaret okafor, margarets neighbour says hello to mrs okafor", "margaret", "okafor")]
    [InlineData("MARGARET OKAFOR HERE AND I AM SO LONELY", "margaret", "okafor")]
    [InlineData("Will is my son and Grace his wife. Hope rang, May came round", "Will", "Grace", "Hope", "May")]
    [InlineData("will you ring hope, she is may's mum and i hope she may come", "hope,", "may's")]
    [InlineData("my son will hits me and my daughter grace saw it", "son will", "grace")]
    [InlineData("I told Will that I hope Grace may ring", "Will", "Grace")]
    [InlineData("Anne-Marie's boy and Anne Marie and annemarie nguyen", "anne", "marie", "nguyen")]
    [InlineData("Siobhan O'Leary, siobhán oleary, Siobhan O Leary, O'Leary's dog", "siobh", "leary")]
    [InlineData("zoe ni bhriain", "zoe", "bhriain")]
    [InlineData("margret okafour, Magaret, MARGARTE, 0kafor", "margret", "okafour", "magaret", "margarte", "0kafor")]
    [InlineData("ring 07700 900 123 or o7700 9oo 123 or 07700-900-123 or (07700) 900123 or 077 00 90 01 23", "900 123", "9oo", "900-123", "900123", "90 01")]
    [InlineData("+44 7700 900123, 0044 7700 900123, +44 (0)7700 900 123, 44 7700 900123", "900123", "900 123", "7700")]
    [InlineData("his number is 07700900789 and the landline 0161 496 0999, or 01632960123", "900789", "0999", "960123")]
    [InlineData("my nhs number is 999 000 0018, 999-000-0018, 9990000018, nhs 999 0000018", "0018")]
    [InlineData("dob 12/03/1947, 12.3.47, 12-03-47, 12 03 1947, 120347, 1947-03-12", "47", "12")]
    [InlineData("born on the 12th of March 1947, March 12 1947, 12 Mar '47, twelfth of march 47, 12mar1947", "47", "12", "twelfth")]
    [InlineData("my son was born on 3 June 2011 and my mum 4/5/1922", "2011", "1922")]
    [InlineData("i live at 12 Oak Lane, 12 oak ln, no 12 oak lane, number 12 Oak Lane Wythenshawe m224ab", "oak", "wythenshawe", "m224ab")]
    [InlineData("M22 4AB, m22 4ab, M224AB, m 2 2 4 a b, sk13xe, SK1 3XE, ec1a1bb", "4ab", "m22", "sk1", "3xe", "ec1a")]
    [InlineData("moved to 7b station road, flat 3 22 cutler street, 104 High St", "station", "cutler", "104")]
    [InlineData("write to m.okafor47@example.org, M.OKAFOR47@EXAMPLE.ORG, m.okafor47 at example dot org, okafor47(at)example.org", "okafor", "example")]
    [InlineData("my brother in law Mr Featherstonehaugh from Thorncliffe owes us, so does dr kite and mrs adeyemi-clark", "featherstonehaugh", "thorncliffe", "kite", "adeyemi", "clark")]
    [InlineData("😢😢Darius😢 left me 💔Kowalczyk💔 took the kids🥺with Margaret🥺", "darius", "kowalczyk", "margaret")]
    [InlineData("Me llamo Margaret y mi hijo Tomás vive en Manchester. i feel alone without tomás", "margaret", "tomás", "manchester")]
    [InlineData("nazywam sie Margaret Okafor i mieszkam w Stockport z Agnieszką", "margaret", "okafor", "stockport", "agnieszk")]
    [InlineData("My name is\nMargaret\nOkafor", "margaret", "okafor")]
    [InlineData("M A R G A R E T, m.a.r.g.a.r.e.t, mar garet, Mar\u200Bgaret", "m a r g", "m.a.r", "mar garet", "mar\u200Bgaret")]
    [InlineData("insta @margaret_o, facebook.com/margaret.okafor, www.okafor-family.co.uk", "margaret", "okafor")]
    [InlineData("Tell Keisha's school, St Aldhelm's, and Halifax Road nursery", "keisha", "aldhelm", "halifax")]
    [InlineData("she said \"Priyanka should go\" and then Priyanka went", "priyanka")]
    [InlineData("i am from Eritrea, my case worker at Serco is Bukola", "eritrea", "serco", "bukola")]
    [InlineData("Told Hope and Will May, then Grace shouted", "Hope", "Will", "May", "Grace")]
    [InlineData("my daughter joy hates me and MY SISTER ROSE TOO", "joy", "ROSE")]
    [InlineData("wojciechowska is my landlady. I rang Wojciechowska twice, wojciechowskas son came", "wojciechowska")]
    [InlineData("My Son Will Not Talk To Aaliyah Or Grace Any More", "Aaliyah", "Grace")]
    [InlineData("Peggy and Maggie are what they call me", "peggy", "maggie")]
    [InlineData("ＭＡＲＧＡＲＥＴ ０７７００ ９００１２３", "ＭＡＲＧ", "９００１２３")]
    public async Task However_it_is_written_it_does_not_leave_and_comes_back_letter_by_letter(string words, params string[] gone)
    {
        var sent = await LeavesAndComesBack(Talks.Of(Everybody, "hello", words));

        Assert.All(gone, one => Assert.DoesNotContain(sent.Left, left => left.Contains(one, StringComparison.Ordinal) || (one.Length > 4 && left.Contains(one, StringComparison.OrdinalIgnoreCase))));
    }

    // What a note is about must still be there, or a model could write nothing of use.
    [Theory]
    [InlineData("i owe 300 pounds to the shop and cant sleep since my husband died in march")]
    [InlineData("Can we meet on Tuesday 3 March at 10:30? I hope the GP may help, I will come")]
    [InlineData("my PIP was stopped, I get 45 a week from Universal Credit")]
    public async Task What_a_note_is_about_leaves_as_it_is(string words)
    {
        var sent = await LeavesAndComesBack(Talks.Of(["Margaret Okafor", "+447700900123", "1947-03-12"], words));

        Assert.Equal(words, sent.Words[0]);
    }

    private static async Task<Sent> LeavesAndComesBack(Episode episode)
    {
        await using var rig = await ModelRig.Start();
        rig.Server.Always = Repeat;

        var draft = await rig.Summarise(episode, Purpose.OnRequest);

        Assert.NotEqual(Why.Leak, draft.Origin.InsteadOf);
        var sent = new Sent(Assert.Single(rig.Server.Requests));
        Assert.Empty(sent.Capitals());
        Assert.All(episode.Known, known => Assert.Empty(sent.Of(known)));
        var texts = draft.Sentences.Select(sentence => sentence.Text).ToHashSet(StringComparer.Ordinal);
        Assert.All(Repeated(episode.Sources), source => Assert.Contains(OneLine(source.Words), texts));
        return sent;
    }

    // The newest sentences, as many as an answer may have, word for word as they were read.
    private static Task Repeat(Asking asking) => asking.Say(ModelRig.Answer(asking.Episode.GetProperty("sources").EnumerateArray()
        .Select(source => ("issues", OneLine(source.GetProperty("words").GetString()!), source.GetProperty("id").GetString()!))
        .Where(one => one.Item2.Length > 0)
        .TakeLast(60)));

    private static IEnumerable<Source> Repeated(IReadOnlyList<Source> sources) => sources.Where(source => OneLine(source.Words).Length > 0).TakeLast(60);

    private static string OneLine(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
