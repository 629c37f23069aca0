using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <summary>Notes with their versions, goals and actions of a plan, and which messages were forgotten.</summary>
[DbContext(typeof(CompanionDb))]
[Migration("202611230017_Notes")]
public sealed class Notes : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Written(migrationBuilder);
        Plan(migrationBuilder);
        Forgotten(migrationBuilder);
    }

    private static void Written(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "Notes",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                AddressId = table.Column<long>(nullable: false),
                AskedAt = table.Column<long>(nullable: false),
                AskedBy = table.Column<string>(nullable: true),
                CaseId = table.Column<long>(nullable: true),
                ClaimedUntil = table.Column<long>(nullable: true),
                Claims = table.Column<int>(nullable: false),
                DecidedAt = table.Column<long>(nullable: true),
                DecidedBy = table.Column<string>(nullable: true),
                DueAt = table.Column<long>(nullable: false),
                HandOffId = table.Column<long>(nullable: true),
                NoteKey = table.Column<string>(nullable: false),
                Purpose = table.Column<string>(nullable: false),
                Reason = table.Column<string>(nullable: true),
                ServiceId = table.Column<string>(nullable: false),
                Sources = table.Column<string>(nullable: false),
                Status = table.Column<string>(nullable: false),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_Notes", row => row.Id));
        migration.CreateIndex("IX_Notes_NoteKey", "Notes", "NoteKey", unique: true);
        migration.CreateIndex("IX_Notes_AddressId", "Notes", "AddressId");
        migration.CreateIndex("IX_Notes_CaseId", "Notes", "CaseId");
        migration.CreateIndex("IX_Notes_HandOffId", "Notes", "HandOffId");
        migration.CreateIndex("IX_Notes_Asked", "Notes", ["DueAt", "Id"], filter: "\"Status\" = 'Asked'");
        migration.CreateTable(
            name: "NoteVersions",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                At = table.Column<long>(nullable: false),
                By = table.Column<string>(nullable: true),
                Lines = table.Column<string>(nullable: false),
                NoteId = table.Column<long>(nullable: false),
                Number = table.Column<int>(nullable: false),
                Origin = table.Column<string>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_NoteVersions", row => row.Id));
        migration.CreateIndex("IX_NoteVersions_NoteId_Number", "NoteVersions", ["NoteId", "Number"], unique: true);
    }

    private static void Plan(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "PersonalGoals",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                CaseId = table.Column<long>(nullable: false),
                Importance = table.Column<int>(nullable: true),
                Kind = table.Column<string>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
                Status = table.Column<string>(nullable: false),
                Words = table.Column<string>(nullable: false),
                WrittenAt = table.Column<long>(nullable: false),
                WrittenBy = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_PersonalGoals", row => row.Id));
        migration.CreateIndex("IX_PersonalGoals_CaseId", "PersonalGoals", "CaseId");
        migration.CreateTable(
            name: "CareActions",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                CaseId = table.Column<long>(nullable: true),
                Confidence = table.Column<int>(nullable: true),
                DueOn = table.Column<string>(nullable: true),
                NoteId = table.Column<long>(nullable: true),
                ServiceId = table.Column<string>(nullable: false),
                Status = table.Column<string>(nullable: false),
                What = table.Column<string>(nullable: false),
                Who = table.Column<string>(nullable: false),
                WrittenAt = table.Column<long>(nullable: false),
                WrittenBy = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_CareActions", row => row.Id));
        migration.CreateIndex("IX_CareActions_CaseId", "CareActions", "CaseId");
    }

    private static void Forgotten(MigrationBuilder migration)
    {
        migration.AddColumn<long>("ForgottenAt", "Inbound", nullable: true);
        migration.CreateTable(
            name: "ForgottenMessages",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                AddressId = table.Column<long>(nullable: false),
                At = table.Column<long>(nullable: false),
                By = table.Column<string>(nullable: false),
                MessageId = table.Column<long>(nullable: false),
                Places = table.Column<int>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_ForgottenMessages", row => row.Id));
        migration.CreateIndex("IX_ForgottenMessages_AddressId", "ForgottenMessages", "AddressId");
    }
}
