using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <summary>Whether a hand-off came from a referral of somebody else than the one who writes.</summary>
[DbContext(typeof(CompanionDb))]
[Migration("202611220004_ForAnother")]
public sealed class ForAnother : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<bool>(name: "ForAnother", table: "HandOffs", nullable: false, defaultValue: false);
}
