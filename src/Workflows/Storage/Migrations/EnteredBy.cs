using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <summary>Who entered an answer to a check-in by hand.</summary>
[DbContext(typeof(CompanionDb))]
[Migration("202611220011_EnteredBy")]
public sealed class EnteredBy : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("EnteredBy", "CheckInScores", nullable: true);
}
