using System.Text;
using System.Text.Json;
using Companion.Bot.CommandLine;
using NodaTime;

namespace Companion.Bot.Tests.CommandLine;

public sealed class UnderstandTests
{
    private static readonly LocalDate Today = new(2026, 3, 2);

    [Fact]
    public void Each_json_line_is_answered_in_order_with_its_own_id()
    {
        var (code, lines, error) = Run("score", """
            {"id": "a", "text": "about a 7 thanks", "hard": true}
            {"id": 12, "text": "5 5 6 2", "asked": 4}
            {"id": "c", "text": "6 or 7"}
            {"text": "better"}
            """);

        Assert.Equal((0, ""), (code, error));
        Assert.Equal("""{"id":"a","pred":7,"words":"7","rule":"Bare","level":"clear"}""", lines[0]);
        Assert.Equal("""{"id":12,"pred":[5,5,6,2],"words":"5 5 6 2","rule":"InOrder","level":"clear"}""", lines[1]);
        Assert.Equal("\"range\"", Json(lines[2], "pred"));
        Assert.Equal(("4", "null"), (Json(lines[3], "id"), Json(lines[3], "pred")));
    }

    [Fact]
    public void Plain_lines_are_numbered_from_one()
    {
        var (code, lines, _) = Run("confirm", "yes please\n\ncan't make it\n");

        Assert.Equal(0, code);
        Assert.Equal(["1", "2", "3"], lines.Select(line => Json(line, "id")));
        Assert.Equal(["\"yes\"", "\"other\"", "\"no\""], lines.Select(line => Json(line, "pred")));
    }

    [Theory]
    [InlineData("""{"id": "x", "text": """, "line 2: not valid JSON")]
    [InlineData("nonsense", "line 2: not valid JSON")]
    [InlineData("""[1]""", "line 2: not a JSON object")]
    [InlineData("""{"id": "x"}""", "line 2: \"text\" is missing")]
    [InlineData("""{"id": "x", "text": 7}""", "line 2: \"text\" is not a string")]
    [InlineData("""{"id": "x", "text": "7", "asked": "two"}""", "line 2: \"asked\" is not a whole number from 1 to 100")]
    [InlineData("""{"id": "x", "text": "7", "asked": 0}""", "line 2: \"asked\" is not a whole number from 1 to 100")]
    public void A_bad_line_is_named_and_the_rest_is_still_read(string bad, string complaint)
    {
        var (code, lines, error) = Run("score", "{\"id\": \"a\", \"text\": \"7\"}\n" + bad + "\n{\"id\": \"b\", \"text\": \"8\"}\n");

        Assert.Equal(2, code);
        Assert.Contains(complaint, error);
        Assert.Equal(["7", "null", "8"], lines.Select(line => Json(line, "pred")));
        Assert.Equal("\"b\"", Json(lines[2], "id"));
    }

    [Fact]
    public void A_field_is_read_by_its_name()
    {
        var (code, lines, error) = Run("fields", """
            {"id": "a", "field": "dob", "text": "12th march '54"}
            {"id": "b", "field": "shoe size", "text": "7"}
            {"id": "c", "field": "mobile", "text": "no phone"}
            """);

        Assert.Equal(2, code);
        Assert.Contains("line 2: \"field\" must be one of dob, postcode, mobile, nhs_number", error);
        Assert.Equal(["\"1954-03-12\"", "null", "null"], lines.Select(line => Json(line, "pred")));
    }

    [Fact]
    public void Needs_are_a_list()
    {
        var (_, lines, _) = Run("needs", "I can't pay my rent\nhello\n");

        Assert.Contains("\"money\"", Json(lines[0], "pred"));
        Assert.Equal("[]", Json(lines[1], "pred"));
    }

    [Fact]
    public void Danger_has_a_label_and_a_level()
    {
        var (_, lines, _) = Run("crisis", "I want to end my life\nthe bus was late\n");

        Assert.Equal(["\"crisis\"", "\"none\""], lines.Select(line => Json(line, "pred")));
        Assert.Equal(["\"red\"", "null"], lines.Select(line => Json(line, "level")));
    }

    [Fact]
    public void Results_are_utf_8_without_a_byte_order_mark()
    {
        var output = new MemoryStream();
        Understand.Run("confirm", Today, new MemoryStream([0xEF, 0xBB, 0xBF, .. "Café, yes\r\n"u8]), output, new StringWriter());

        Assert.Equal((byte)'{', output.ToArray()[0]);
        Assert.Equal("""{"id":1,"pred":"yes","words":"yes","rule":"yes: yes","level":"clear"}""" + "\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Theory]
    [InlineData("""{"id": "a", "text": "7 \ud83d"}""")]
    [InlineData("""{"id": "a", "text": "\udc4d 7"}""")]
    [InlineData("""{"id": "a", "text": "7 \ud83d\udc4d \u0000"}""")]
    public void Half_an_emoji_is_no_bad_line(string line)
    {
        var (code, lines, _) = Run("score", line);

        Assert.Equal((0, "7"), (code, Json(lines[0], "pred")));
    }

    [Fact]
    public void A_reader_that_does_not_exist_is_an_error_in_words()
    {
        var (code, lines, error) = Run("horoscopes", "7");

        Assert.Equal(1, code);
        Assert.Empty(lines);
        Assert.Contains("there is no reader 'horoscopes'", error);
    }

    private static (int Code, string[] Lines, string Error) Run(string name, string input)
    {
        var output = new MemoryStream();
        var error = new StringWriter();
        var code = Understand.Run(name, Today, new MemoryStream(Encoding.UTF8.GetBytes(input)), output, error);
        return (code, Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries), error.ToString());
    }

    private static string Json(string line, string name) => JsonElement.Parse(line).GetProperty(name).GetRawText();
}
