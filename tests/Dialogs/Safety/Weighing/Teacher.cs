using System.Globalization;
using System.Text;
using Companion.Dialogs.Safety;
using Companion.Dialogs.Safety.Grammar;
using Companion.Dialogs.Safety.Spoken;
using Companion.Dialogs.Safety.Weighing;

namespace Companion.Dialogs.Tests.Safety.Weighing;

/// <summary>A text and the danger in it, if any.</summary>
internal sealed record Example(string Text, Kind Kind);

/// <summary>
/// Learns the weights of cues from examples: logistic regression for danger or none, and one for each kind among the dangers, by
/// gradient descent whose steps shrink as a weight settles (Duchi and others, 2011). The same examples teach the same weights.
/// </summary>
internal sealed class Teacher
{
    private const int Rounds = 14;

    // The weights of the rounds from here on are averaged: no last example has the last word.
    private const int Warm = 4;
    private const double Stride = 0.3;
    private const double Shrink = 2e-2;

    // A cue that stood in fewer examples is somebody's turn of phrase.
    private const int Fewest = 2;
    private const int FewestForKind = 4;

    // Lighter weights change nothing and are left out.
    private const double Lightest = 0.1;
    private const double LightestForKind = 0.8;

    private readonly List<(int[] Cues, double Scale, Kind Kind)> lessons = [];
    private readonly List<string> names = [];

    private Teacher(IEnumerable<Example> examples)
    {
        var speller = new Speller(LexiconReader.Read(Listener.Files()));
        var spelled = examples.Select(example => (speller.Spell(example.Text).Words, example.Kind)).Where(one => one.Words.Count > 0).ToList();
        var sets = spelled.ConvertAll(one => Cues.Of(one.Words, 0, one.Words.Count).Select(cue => cue.Name).Distinct().ToList());
        var known = sets.SelectMany(set => set).CountBy(name => name).Where(name => name.Value >= Fewest).Select(name => name.Key)
            .Order(StringComparer.Ordinal).Select((name, at) => (name, at)).ToDictionary(one => one.name, one => one.at);
        names.AddRange(known.Keys);
        for (var at = 0; at < spelled.Count; at++)
        {
            lessons.Add((
                sets[at].Where(known.ContainsKey).Select(name => known[name]).ToArray(),
                1 / Math.Sqrt(spelled[at].Words.Count + 2),
                spelled[at].Kind));
        }
    }

    /// <summary>Teaches, and writes the scales down; <paramref name="enough"/> is what a text must weigh.</summary>
    public static string Teach(IEnumerable<Example> examples, double enough)
    {
        var teacher = new Teacher(examples);
        var (danger, atRest) = teacher.Learn(teacher.lessons, kind => kind != Kind.None);
        var ofKinds = teacher.OfKinds();
        var written = new StringBuilder(FormattableString.Invariant($"{enough:0.###}\t{atRest:0.###}\n"));
        for (var at = 0; at < teacher.names.Count; at++)
        {
            if (Math.Abs(danger[at]) >= Lightest || ofKinds[at].Length > 0)
            {
                written.Append(CultureInfo.InvariantCulture, $"{teacher.names[at]}\t{danger[at]:0.##}{ofKinds[at]}\n");
            }
        }

        return written.ToString();
    }

    // What each cue says about the kind of a danger, as it is written down; letters say nothing of it.
    private string[] OfKinds()
    {
        var dangers = lessons.FindAll(lesson => lesson.Kind != Kind.None);
        var often = new int[names.Count];
        dangers.ForEach(lesson => Array.ForEach(lesson.Cues, cue => often[cue]++));
        var written = new string[names.Count];
        Array.Fill(written, "");
        foreach (var kind in dangers.Select(lesson => lesson.Kind).Distinct().Order())
        {
            var (weights, _) = Learn(dangers, one => one == kind);
            for (var at = 0; at < weights.Length; at++)
            {
                if (Math.Abs(weights[at]) >= LightestForKind && often[at] >= FewestForKind && !names[at].StartsWith('~'))
                {
                    written[at] += FormattableString.Invariant($"\t{kind.ToString().ToLowerInvariant()} {weights[at]:0.##}");
                }
            }
        }

        return written;
    }

    private (double[] Weights, double AtRest) Learn(List<(int[] Cues, double Scale, Kind Kind)> from, Func<Kind, bool> isSo)
    {
        var (weights, settled, atRest, restSettled) = (new double[names.Count], new double[names.Count], 0.0, 1e-8);
        var (mean, meanAtRest, counted) = (new double[names.Count], 0.0, 0);
        var order = Enumerable.Range(0, from.Count).ToArray();
        var dice = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            dice.Shuffle(order);
            foreach (var at in order)
            {
                var (cues, scale, kind) = from[at];
                var weighs = atRest;
                foreach (var cue in cues)
                {
                    weighs += weights[cue] * scale;
                }

                var wrong = (1 / (1 + Math.Exp(-weighs))) - (isSo(kind) ? 1 : 0);
                foreach (var cue in cues)
                {
                    var slope = (wrong * scale) + (Shrink * weights[cue]);
                    settled[cue] += slope * slope;
                    weights[cue] -= Stride * slope / Math.Sqrt(settled[cue] + 1e-8);
                }

                restSettled += wrong * wrong;
                atRest -= Stride * wrong / Math.Sqrt(restSettled);
            }

            if (round >= Warm)
            {
                for (var cue = 0; cue < mean.Length; cue++)
                {
                    mean[cue] += weights[cue];
                }

                (meanAtRest, counted) = (meanAtRest + atRest, counted + 1);
            }
        }

        return (Array.ConvertAll(mean, sum => sum / counted), meanAtRest / counted);
    }
}
