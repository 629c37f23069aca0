using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <summary>The waves of a case's check-ins, and what was answered.</summary>
[DbContext(typeof(CompanionDb))]
[Migration("202611220008_CheckIns")]
public sealed class CheckIns : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "CheckIns",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                AddressId = table.Column<long>(nullable: false),
                CaseId = table.Column<long>(nullable: false),
                ClosesOn = table.Column<string>(nullable: false),
                DayZero = table.Column<string>(nullable: false),
                EndedAt = table.Column<long>(nullable: true),
                Instrument = table.Column<string>(nullable: false),
                InstrumentVersion = table.Column<int>(nullable: false),
                OfferedAt = table.Column<long>(nullable: true),
                OpensOn = table.Column<string>(nullable: false),
                PersonId = table.Column<long>(nullable: false),
                Reason = table.Column<string>(nullable: true),
                ServiceId = table.Column<string>(nullable: false),
                Status = table.Column<string>(nullable: false),
                Week = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_CheckIns", row => row.Id));
        migrationBuilder.CreateIndex("IX_CheckIns_CaseId_Instrument_Week", "CheckIns", ["CaseId", "Instrument", "Week"], unique: true);
        migrationBuilder.CreateTable(
            name: "CheckInScores",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                CheckInId = table.Column<long>(nullable: false),
                Item = table.Column<string>(nullable: false),
                MessageId = table.Column<long>(nullable: true),
                Missing = table.Column<string>(nullable: true),
                Mode = table.Column<string>(nullable: false),
                RecordedAt = table.Column<long>(nullable: false),
                Score = table.Column<int>(nullable: true),
                ServiceId = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_CheckInScores", row => row.Id));
        migrationBuilder.CreateIndex("IX_CheckInScores_CheckInId", "CheckInScores", "CheckInId");
    }
}
