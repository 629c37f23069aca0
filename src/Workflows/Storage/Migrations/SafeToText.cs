using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <summary>Whether the person said that it is safe to text them. Nobody is known to have said so before it was kept.</summary>
[DbContext(typeof(CompanionDb))]
[Migration("202611220002_SafeToText")]
public sealed class SafeToText : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<bool>(name: "SafeToText", table: "HandOffs", nullable: true);
}
