using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <content>What is said, by whom and when.</content>
public sealed partial class First
{
    private static void CreateTalk(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "Addresses",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                AskedToText = table.Column<long>(nullable: true),
                Channel = table.Column<string>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
                Holder = table.Column<string>(nullable: true),
                Language = table.Column<string>(nullable: false),
                LastChannel = table.Column<string>(nullable: false),
                LastHeardAt = table.Column<long>(nullable: true),
                ProviderBlocked = table.Column<bool>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
                Shared = table.Column<bool>(nullable: false),
                Stopped = table.Column<string>(nullable: false),
                StoppedAt = table.Column<long>(nullable: true),
                Textable = table.Column<string>(nullable: false),
                TextableNote = table.Column<string>(nullable: true),
                Trouble = table.Column<string>(nullable: true),
                Value = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_Addresses", row => row.Id));

        migration.CreateTable(
            name: "Alerts",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                At = table.Column<long>(nullable: false),
                Detail = table.Column<string>(nullable: false),
                From = table.Column<string>(nullable: true),
                Kind = table.Column<string>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
                Words = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Alerts", row => row.Id));

        migration.CreateTable(
            name: "ChatSessions",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                AddressId = table.Column<long>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
                EndsAt = table.Column<long>(nullable: false),
                FailedProofs = table.Column<int>(nullable: false),
                MustProve = table.Column<bool>(nullable: false),
                PersonId = table.Column<long>(nullable: true),
                ProvenAt = table.Column<long>(nullable: true),
                ServiceId = table.Column<string>(nullable: false),
                ShowsFrom = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_ChatSessions", row => row.Id));

        migration.CreateTable(
            name: "Conversations",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                AddressId = table.Column<long>(nullable: false),
                CloseReason = table.Column<string>(nullable: true),
                ClosedAt = table.Column<long>(nullable: true),
                Dialog = table.Column<string>(nullable: false),
                DialogVersion = table.Column<int>(nullable: false),
                Misunderstood = table.Column<int>(nullable: false),
                MovedAt = table.Column<long>(nullable: false),
                Moves = table.Column<int>(nullable: false),
                OpenedAt = table.Column<long>(nullable: false),
                PersonId = table.Column<long>(nullable: true),
                ServiceId = table.Column<string>(nullable: false),
                Slots = table.Column<string>(nullable: false),
                State = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_Conversations", row => row.Id));

        migration.CreateTable(
            name: "IdBlocks",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                Next = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_IdBlocks", row => row.Id));

        migration.CreateTable(
            name: "Inbound",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                AddressId = table.Column<long>(nullable: false),
                Attachments = table.Column<int>(nullable: false),
                Channel = table.Column<string>(nullable: false),
                ConversationId = table.Column<long>(nullable: true),
                Heard = table.Column<string>(nullable: false),
                ProviderId = table.Column<string>(nullable: false),
                ReceivedAt = table.Column<long>(nullable: false),
                Resolved = table.Column<string>(nullable: true),
                ServiceId = table.Column<string>(nullable: false),
                Words = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_Inbound", row => row.Id));

        migration.CreateTable(
            name: "Outbound",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                AddressId = table.Column<long>(nullable: true),
                Attempts = table.Column<int>(nullable: false),
                Channel = table.Column<string>(nullable: false),
                ClaimedUntil = table.Column<long>(nullable: true),
                Class = table.Column<int>(nullable: false),
                ConversationId = table.Column<long>(nullable: true),
                CreatedAt = table.Column<long>(nullable: false),
                DueAt = table.Column<long>(nullable: false),
                ErrorCode = table.Column<int>(nullable: true),
                EventAt = table.Column<long>(nullable: true),
                ExpiresAt = table.Column<long>(nullable: false),
                HandOffId = table.Column<long>(nullable: true),
                InReplyTo = table.Column<long>(nullable: true),
                ProviderId = table.Column<string>(nullable: true),
                Reason = table.Column<string>(nullable: true),
                Segments = table.Column<int>(nullable: false),
                SendKey = table.Column<string>(nullable: false),
                SentAt = table.Column<long>(nullable: true),
                SentAgainAt = table.Column<long>(nullable: true),
                ServiceId = table.Column<string>(nullable: false),
                Status = table.Column<int>(nullable: false),
                TextKey = table.Column<string>(nullable: false),
                To = table.Column<string>(nullable: false),
                Words = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_Outbound", row => row.Id));

        migration.CreateTable(
            name: "SignedLinks",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                AddressId = table.Column<long>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
                ExpiresAt = table.Column<long>(nullable: false),
                HandOffId = table.Column<long>(nullable: true),
                Holder = table.Column<string>(nullable: true),
                Purpose = table.Column<string>(nullable: false),
                RedeemedAt = table.Column<long>(nullable: true),
                ServiceId = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_SignedLinks", row => row.Id));

        migration.CreateTable(
            name: "Timers",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                AddressId = table.Column<long>(nullable: false),
                ArmedFor = table.Column<int>(nullable: false),
                ClaimedUntil = table.Column<long>(nullable: true),
                DueAt = table.Column<long>(nullable: false),
                Kind = table.Column<string>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
                SubjectId = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_Timers", row => row.Id));
    }
}
