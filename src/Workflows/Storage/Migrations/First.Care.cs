using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <content>Who the people are and what becomes of them.</content>
public sealed partial class First
{
    private static void CreateCare(MigrationBuilder migration)
    {
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
    }
}
