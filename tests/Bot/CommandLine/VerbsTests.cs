using System.CommandLine;
using Companion.Bot.CommandLine;
using NodaTime;

namespace Companion.Bot.Tests.CommandLine;

public sealed class VerbsTests
{
    private readonly List<string[]> _served = [];
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [Theory]
    [InlineData]
    [InlineData("serve")]
    [InlineData("--Urls=http://localhost:1")]
    [InlineData("serve", "--environment=Development")]
    public async Task With_no_other_verb_it_serves(params string[] args)
    {
        Assert.Equal(0, await Run(args));
        Assert.Equal(args.Where(arg => arg.StartsWith("--")), Assert.Single(_served));
    }

    [Fact]
    public async Task A_misspelt_verb_starts_no_server()
    {
        Assert.Equal(1, await Run("undrstand"));
        Assert.Empty(_served);
        Assert.Contains("'undrstand' is not a verb", _error.ToString());
    }

    [Theory]
    [InlineData("understand")]
    [InlineData("understand", "--as", "horoscopes")]
    public async Task Understand_must_be_told_what_to_look_for(params string[] args)
    {
        Assert.NotEqual(0, await Run(args));
        Assert.Empty(_served);
        Assert.NotEqual("", _error.ToString());
        Assert.Equal("", _output.ToString());
    }

    private Task<int> Run(params string[] args) =>
        Verbs.Run(
            Verbs.Of(Serve, () => new LocalDate(2026, 3, 2)), args, new InvocationConfiguration { Output = _output, Error = _error });

    private Task<int> Serve(string[] settings)
    {
        _served.Add(settings);
        return Task.FromResult(0);
    }
}
