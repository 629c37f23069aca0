using System.Text;
using Companion.Dialogs.Talking;
using Companion.Dialogs.Words;

namespace Companion.Dialogs.Tests.Talking;

/// <summary>
/// A conversation as a specification: what the person writes and everything the dialog does about it, in order. An effect that is
/// not named fails, and the place is stored and read back between every two lines.
/// </summary>
internal sealed class Transcript
{
    private readonly IDialog dialog;
    private readonly Queue<Effect> unnamed = new();
    private Place place;

    private Transcript(IDialog dialog, Slots known, string words)
    {
        this.dialog = dialog;
        place = null!;
        Take(dialog.Begin(known, Town.Says(words)));
    }

    /// <summary>Begins a dialog, with what is known already and the words that led to it.</summary>
    public static Transcript Of(IDialog dialog, Slots? known = null, string words = "Hello") => new(dialog, known ?? Slots.Empty, words);

    /// <summary>Begins a dialog and answers until the wanted question is asked, whatever is said on the way.</summary>
    public static Transcript At(IDialog dialog, IEnumerable<string> answers, Slots? known = null)
    {
        var transcript = new Transcript(dialog, known ?? Slots.Empty, "Hello");
        foreach (var answer in answers)
        {
            transcript.Take(dialog.Hear(StoredPlace.Again(transcript.place), Town.Says(answer)));
        }

        transcript.unnamed.Clear();
        return transcript;
    }

    /// <summary>The next effect is this text.</summary>
    public Transcript Bot(string key)
    {
        var said = Assert.IsType<Say>(Next());
        Assert.Equal(key, said.Key);
        return this;
    }

    /// <summary>The next effect is a text that reads so.</summary>
    public Transcript BotSays(string words)
    {
        Assert.Equal(words, Render(Assert.IsType<Say>(Next())));
        return this;
    }

    /// <summary>The next effect is this one.</summary>
    public Transcript Does(Effect effect)
    {
        Assert.Equal(effect, Next());
        return this;
    }

    /// <summary>The person writes.</summary>
    public Transcript Person(string words)
    {
        AllNamed();
        Take(dialog.Hear(StoredPlace.Again(place), Town.Says(words)));
        return this;
    }

    /// <summary>Nobody writes.</summary>
    public Transcript Silence()
    {
        AllNamed();
        Take(dialog.Silence(StoredPlace.Again(place), Town.Says("")));
        return this;
    }

    /// <summary>A slot holds a value; null means it holds none.</summary>
    public Transcript Holds(string slot, string? value)
    {
        Assert.Equal(value, place.Slots[slot]);
        return this;
    }

    /// <summary>Everything was named and the dialog waits here.</summary>
    public Transcript IsIn<TState>(TState state)
        where TState : struct, Enum
    {
        AllNamed();
        Assert.Equal(state.ToString(), place.State);
        return this;
    }

    /// <summary>Everything was named and the dialog is over.</summary>
    public Transcript Ends()
    {
        AllNamed();
        Assert.True(place.HasEnded, $"it waits in {place.State}");
        return this;
    }

    /// <summary>A whole conversation as text: what the person writes, what is said and done, and what it gathered.</summary>
    public static string Play(IDialog dialog, string first, params IEnumerable<string> answers) => PlayKnowing(dialog, Slots.Empty, first, answers);

    /// <summary>The same, where something is known before the first words.</summary>
    public static string PlayKnowing(IDialog dialog, Slots known, string first, params IEnumerable<string> answers)
    {
        var told = new StringBuilder().Append("> ").AppendLine(first);
        var step = dialog.Begin(known, Town.Says(first));
        Tell(told, step);
        foreach (var answer in answers)
        {
            Assert.False(step.Place.HasEnded, $"it ended before '{answer}'\n{told}");
            told.Append("> ").AppendLine(answer.Length == 0 ? "(silence)" : answer);
            var stored = StoredPlace.Again(step.Place);
            step = answer.Length == 0 ? dialog.Silence(stored, Town.Says("")) : dialog.Hear(stored, Town.Says(answer));
            Tell(told, step);
        }

        told.AppendLine().Append("= ").AppendLine(step.Place.State);
        foreach (var (slot, value) in step.Place.Slots.Values)
        {
            told.Append("  ").Append(slot).Append(": ").AppendLine(value.ReplaceLineEndings(" / "));
        }

        return told.Replace(Environment.NewLine, "\n").ToString();
    }

    /// <summary>A text as the person reads it; every placeholder must have its value, and every value its placeholder.</summary>
    public static string Render(Say said)
    {
        var raw = TextBook.Shipped.Raw("en", said.Key);
        Assert.Equal(Placeholders.In(raw).Except(Placeholders.OfTheService), said.Words.Select(word => word.Name).Order());
        return TextBook.Shipped.Render("en", said.Key, [.. said.Words, ("service", Town.Service.Name), ("phone", Town.Service.Phone)]);
    }

    private static void Tell(StringBuilder told, Step step)
    {
        foreach (var effect in step.Effects)
        {
            if (effect is Say said)
            {
                told.Append("< ").AppendLine(Render(said).Replace("\n", "\n  ", StringComparison.Ordinal));
            }
            else
            {
                told.Append("* ").AppendLine(effect.ToString());
            }
        }
    }

    private void Take(Step step)
    {
        place = step.Place;
        foreach (var effect in step.Effects)
        {
            unnamed.Enqueue(effect);
        }
    }

    private Effect Next()
    {
        Assert.True(unnamed.Count > 0, $"nothing more was done; it waits in {place.State}");
        return unnamed.Dequeue();
    }

    private void AllNamed() => Assert.True(unnamed.Count == 0, "not named: " + string.Join("; ", unnamed));
}
