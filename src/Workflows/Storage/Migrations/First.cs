using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <summary>The first shape. Column types are left to each database; a test holds the result equal to the model on both.</summary>
[DbContext(typeof(CompanionDb))]
[Migration("202611220001_First")]
public sealed class First : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateTables(migrationBuilder);
        CreateIndexes(migrationBuilder);
        migrationBuilder.Sql("INSERT INTO \"IdBlocks\" (\"Id\", \"Next\") VALUES (1, 1000)");
    }

    private static void CreateTables(MigrationBuilder migration)
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
            name: "Cases",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                AddressId = table.Column<long>(nullable: false),
                BirthDate = table.Column<string>(nullable: true),
                CaringSituation = table.Column<string>(nullable: true),
                Cohort = table.Column<string>(nullable: false),
                CommunicationNeeds = table.Column<string>(nullable: true),
                Conditions = table.Column<string>(nullable: true),
                ContactPreferences = table.Column<string>(nullable: true),
                ConversationId = table.Column<long>(nullable: false),
                EvaluationLinkage = table.Column<bool>(nullable: true),
                FamilyName = table.Column<string>(nullable: true),
                GivenName = table.Column<string>(nullable: true),
                GpName = table.Column<string>(nullable: true),
                GpOdsCode = table.Column<string>(nullable: true),
                HearBackBy = table.Column<long>(nullable: false),
                HospitalUse = table.Column<string>(nullable: true),
                LivingSituation = table.Column<string>(nullable: true),
                Method = table.Column<string>(nullable: false),
                Needs = table.Column<string>(nullable: false),
                NhsNumber = table.Column<string>(nullable: true),
                PersonId = table.Column<long>(nullable: false),
                Phone = table.Column<string>(nullable: true),
                Postcode = table.Column<string>(nullable: true),
                PreferredName = table.Column<string>(nullable: true),
                Reason = table.Column<string>(nullable: true),
                Reasons = table.Column<string>(nullable: false),
                Reference = table.Column<string>(nullable: false),
                ReferredAt = table.Column<long>(nullable: false),
                ReferrerName = table.Column<string>(nullable: true),
                ReferrerOrganisation = table.Column<string>(nullable: true),
                ReferrerRole = table.Column<string>(nullable: true),
                Risks = table.Column<string>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
                ShareWithGp = table.Column<bool>(nullable: true),
                Skipped = table.Column<string>(nullable: false),
                Status = table.Column<string>(nullable: false),
                Tier = table.Column<string>(nullable: false),
                WhatMatters = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Cases", row => row.Id));

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
            name: "ConsentLedger",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                AddressId = table.Column<long>(nullable: false),
                At = table.Column<long>(nullable: false),
                Basis = table.Column<string>(nullable: false),
                By = table.Column<string>(nullable: false),
                Change = table.Column<string>(nullable: false),
                MessageId = table.Column<long>(nullable: true),
                PersonId = table.Column<long>(nullable: true),
                ServiceId = table.Column<string>(nullable: false),
                Topic = table.Column<string>(nullable: false),
                Wording = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_ConsentLedger", row => row.Id));

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
            name: "HandOffEvents",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                At = table.Column<long>(nullable: false),
                Detail = table.Column<string>(nullable: true),
                HandOffId = table.Column<long>(nullable: false),
                Kind = table.Column<string>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_HandOffEvents", row => row.Id));

        migration.CreateTable(
            name: "HandOffs",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                AcknowledgedAt = table.Column<long>(nullable: true),
                AcknowledgedBy = table.Column<string>(nullable: true),
                AddressId = table.Column<long>(nullable: false),
                Alarms = table.Column<int>(nullable: false),
                CallbackNumber = table.Column<string>(nullable: true),
                ClearedAt = table.Column<long>(nullable: true),
                ClearedBy = table.Column<string>(nullable: true),
                ConversationId = table.Column<long>(nullable: true),
                CouldNotBeTexted = table.Column<bool>(nullable: false),
                DangerKind = table.Column<string>(nullable: true),
                DueAt = table.Column<long>(nullable: false),
                OpenedAt = table.Column<long>(nullable: false),
                Outcome = table.Column<string>(nullable: true),
                PersonId = table.Column<long>(nullable: true),
                Reason = table.Column<string>(nullable: false),
                Reference = table.Column<string>(nullable: false),
                Rung = table.Column<int>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
                Urgent = table.Column<bool>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_HandOffs", row => row.Id));

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
            name: "People",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                BirthDate = table.Column<string>(nullable: true),
                CreatedAt = table.Column<long>(nullable: false),
                FamilyName = table.Column<string>(nullable: true),
                GivenName = table.Column<string>(nullable: true),
                NhsNumber = table.Column<string>(nullable: true),
                ServiceId = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_People", row => row.Id));

        migration.CreateTable(
            name: "PersonAddresses",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                AddressId = table.Column<long>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
                PersonId = table.Column<long>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_PersonAddresses", row => row.Id));

        migration.CreateTable(
            name: "SafetyHits",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                AddressId = table.Column<long>(nullable: false),
                At = table.Column<long>(nullable: false),
                HandOffId = table.Column<long>(nullable: true),
                Kind = table.Column<string>(nullable: false),
                Level = table.Column<string>(nullable: false),
                MessageId = table.Column<long>(nullable: false),
                Rule = table.Column<string>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
                Words = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_SafetyHits", row => row.Id));

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
            name: "StaffTasks",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                AddressId = table.Column<long>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
                DoneAt = table.Column<long>(nullable: true),
                DoneBy = table.Column<string>(nullable: true),
                DueAt = table.Column<long>(nullable: false),
                HandOffId = table.Column<long>(nullable: true),
                Kind = table.Column<string>(nullable: false),
                Reason = table.Column<string>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_StaffTasks", row => row.Id));

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

    private static void CreateIndexes(MigrationBuilder migration)
    {
        migration.CreateIndex("IX_Addresses_ServiceId_Channel_Value", "Addresses", ["ServiceId", "Channel", "Value"], unique: true);
        migration.CreateIndex("IX_Cases_ConversationId", "Cases", "ConversationId", unique: true);
        migration.CreateIndex("IX_Cases_ServiceId_ReferredAt", "Cases", ["ServiceId", "ReferredAt"]);
        migration.CreateIndex("IX_ChatSessions_AddressId", "ChatSessions", "AddressId");
        migration.CreateIndex("IX_ConsentLedger_AddressId", "ConsentLedger", "AddressId");
        migration.CreateIndex("IX_Conversations_Open", "Conversations", "AddressId", filter: "\"ClosedAt\" IS NULL");
        migration.CreateIndex("IX_HandOffEvents_HandOffId", "HandOffEvents", "HandOffId");
        migration.CreateIndex("IX_HandOffs_Open", "HandOffs", "AddressId", filter: "\"ClearedAt\" IS NULL");
        migration.CreateIndex("IX_Inbound_AddressId_ReceivedAt", "Inbound", ["AddressId", "ReceivedAt"]);
        migration.CreateIndex("IX_Inbound_Channel_ProviderId", "Inbound", ["Channel", "ProviderId"], unique: true);
        migration.CreateIndex("IX_Outbound_Unsettled", "Outbound", "ClaimedUntil", filter: "\"Status\" IN (1, 2)");
        migration.CreateIndex("IX_Outbound_Sending", "Outbound", "AddressId", filter: "\"Status\" = 1");
        migration.CreateIndex("IX_Outbound_SendKey", "Outbound", "SendKey", unique: true);
        migration.CreateIndex("IX_Outbound_AddressId_CreatedAt", "Outbound", ["AddressId", "CreatedAt"]);
        migration.CreateIndex("IX_Outbound_Queued", "Outbound", ["Class", "DueAt"], filter: "\"Status\" = 0");
        migration.CreateIndex("IX_PersonAddresses_AddressId_PersonId", "PersonAddresses", ["AddressId", "PersonId"], unique: true);
        migration.CreateIndex("IX_SafetyHits_MessageId", "SafetyHits", "MessageId");
        migration.CreateIndex("IX_StaffTasks_Open", "StaffTasks", "DueAt", filter: "\"DoneAt\" IS NULL");
        migration.CreateIndex("IX_Timers_DueAt", "Timers", "DueAt");
        migration.CreateIndex("IX_Timers_SubjectId_Kind", "Timers", ["SubjectId", "Kind"], unique: true);
    }
}
