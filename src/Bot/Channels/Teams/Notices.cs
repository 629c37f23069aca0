using Companion.Bot.Pages;
using Companion.Workflows.StaffRooms;

namespace Companion.Bot.Channels.Teams;

/// <summary>Sentences of the bot to whoever spoke to it, through the outbox of staff rooms: said once for each activity, however often that is worked on.</summary>
public sealed class Notices(AnswerStaff answer, PageWords words)
{
    /// <summary>Says a sentence in the room, or in the thread, that an activity is from.</summary>
    public Task Say(StaffRoom room, TeamsActivity about, string key, CancellationToken cancel, params (string Name, string Value)[] values) =>
        SayWords(room, about, words.With(key, values), cancel);

    /// <summary>Says words for staff.</summary>
    public Task SayWords(StaffRoom room, TeamsActivity about, string sentence, CancellationToken cancel) =>
        answer.Handle(room, new StaffAnswer(StaffPostKind.Notice, KeyOf(about), sentence) { ThreadId = about.Thread.Root }, cancel);

    /// <summary>Shows the conversations that somebody holds.</summary>
    public Task ShowHeld(StaffRoom room, TeamsActivity about, bool withFiles, CancellationToken cancel) =>
        answer.Handle(room, new StaffAnswer(withFiles ? StaffPostKind.HeldFiles : StaffPostKind.Held, KeyOf(about)), cancel);

    private static string KeyOf(TeamsActivity about) => TeamsActivity.KeyOf(about.Conversation!.Id!, about.Id ?? "", about.Type);
}
