using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <summary>Appointments, the calls of case systems, and links to calendar files.</summary>
[DbContext(typeof(CompanionDb))]
[Migration("202611220012_Appointments")]
public sealed class Appointments : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Appointments",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                AddressId = table.Column<long>(nullable: false),
                AnsweredReminder = table.Column<bool>(nullable: false),
                AskedFor = table.Column<string>(nullable: true),
                CaseId = table.Column<long>(nullable: false),
                ConversationId = table.Column<long>(nullable: true),
                CreatedAt = table.Column<long>(nullable: false),
                ExternalId = table.Column<string>(nullable: true),
                Kind = table.Column<string>(nullable: false),
                Minutes = table.Column<int>(nullable: false),
                PersonId = table.Column<long>(nullable: false),
                Place = table.Column<string>(nullable: true),
                Reminded = table.Column<int>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
                Source = table.Column<string>(nullable: false),
                StartsAt = table.Column<string>(nullable: false),
                StartsOn = table.Column<string>(nullable: false),
                Status = table.Column<string>(nullable: false),
                UpdatedAt = table.Column<long>(nullable: false),
                Version = table.Column<int>(nullable: false),
                With = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Appointments", row => row.Id));
        migrationBuilder.CreateIndex("IX_Appointments_ServiceId_ExternalId", "Appointments", ["ServiceId", "ExternalId"], unique: true);
        migrationBuilder.CreateIndex("IX_Appointments_ServiceId_StartsOn", "Appointments", ["ServiceId", "StartsOn"]);
        migrationBuilder.CreateTable(
            name: "ApiCalls",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                Answer = table.Column<string>(nullable: false),
                At = table.Column<long>(nullable: false),
                BodyHash = table.Column<string>(nullable: false),
                Key = table.Column<string>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
                Status = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_ApiCalls", row => row.Id));
        migrationBuilder.CreateIndex("IX_ApiCalls_ServiceId_Key", "ApiCalls", ["ServiceId", "Key"], unique: true);
        migrationBuilder.AddColumn<long>("AppointmentId", "SignedLinks", nullable: true);
    }
}
