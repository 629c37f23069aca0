using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <summary>A note is shown to whoever is to approve it in their own chat.</summary>
[DbContext(typeof(CompanionDb))]
[Migration("202611230050_NotesInChat")]
public sealed class NotesInChat : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>(name: "NoteId", table: "StaffPosts", nullable: true);
        migrationBuilder.CreateIndex("IX_StaffPosts_NoteId", "StaffPosts", "NoteId", filter: "\"NoteId\" IS NOT NULL");
    }
}
