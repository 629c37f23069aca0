using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <summary>Who works for a service, who holds a conversation, what they noted, and the rooms of their own chat with what is posted there.</summary>
[DbContext(typeof(CompanionDb))]
[Migration("202611230014_Workers")]
public sealed class Workers : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Holding(migrationBuilder);
        People(migrationBuilder);
        Rooms(migrationBuilder);
        Activities(migrationBuilder);
    }

    private static void Holding(MigrationBuilder migration)
    {
        migration.AddColumn<long>("ActBy", "HandOffs", nullable: true);
        migration.AddColumn<int>("Fence", "HandOffs", nullable: false, defaultValue: 0);
        migration.AddColumn<string>("Owner", "HandOffs", nullable: true);
        migration.AddColumn<long>("OwnerId", "HandOffs", nullable: true);
        migration.AddColumn<long>("RemindedAt", "HandOffs", nullable: true);
        migration.CreateIndex("IX_HandOffs_Held", "HandOffs", ["ServiceId", "OwnerId"], filter: "\"ClearedAt\" IS NULL AND \"OwnerId\" IS NOT NULL");
        migration.CreateTable(
            name: "HandOffNotes",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                AddressId = table.Column<long>(nullable: false),
                At = table.Column<long>(nullable: false),
                By = table.Column<string>(nullable: false),
                HandOffId = table.Column<long>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
                Words = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_HandOffNotes", row => row.Id));
        migration.CreateIndex("IX_HandOffNotes_HandOffId", "HandOffNotes", "HandOffId");
    }

    private static void People(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "Workers",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                Areas = table.Column<string>(nullable: false),
                Email = table.Column<string>(nullable: false),
                EntraId = table.Column<string>(nullable: true),
                Hours = table.Column<string>(nullable: false),
                Languages = table.Column<string>(nullable: false),
                LeftAt = table.Column<long>(nullable: true),
                MostHeld = table.Column<int>(nullable: false),
                Name = table.Column<string>(nullable: false),
                Role = table.Column<string>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
                ShownName = table.Column<string>(nullable: false),
                Skills = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_Workers", row => row.Id));
        migration.CreateIndex("IX_Workers_EntraId", "Workers", "EntraId");
        migration.CreateIndex("IX_Workers_ServiceId", "Workers", "ServiceId");
        migration.CreateTable(
            name: "Leaves",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                From = table.Column<string>(nullable: false),
                Note = table.Column<string>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
                To = table.Column<string>(nullable: false),
                WorkerId = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_Leaves", row => row.Id));
        migration.CreateIndex("IX_Leaves_WorkerId", "Leaves", "WorkerId");
    }

    private static void Rooms(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "StaffRooms",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                BotId = table.Column<string>(nullable: true),
                ConversationId = table.Column<string>(nullable: false),
                EntraId = table.Column<string>(nullable: true),
                GoneAt = table.Column<long>(nullable: true),
                SeenAt = table.Column<long>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
                ServiceUrl = table.Column<string>(nullable: false),
                TenantId = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_StaffRooms", row => row.Id));
        migration.CreateIndex("IX_StaffRooms_ConversationId", "StaffRooms", "ConversationId", unique: true);
        migration.CreateIndex("IX_StaffRooms_EntraId", "StaffRooms", "EntraId");
        migration.CreateTable(
            name: "StaffPosts",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                ActivityId = table.Column<string>(nullable: true),
                Attempts = table.Column<int>(nullable: false),
                ClaimedUntil = table.Column<long>(nullable: true),
                CreatedAt = table.Column<long>(nullable: false),
                DueAt = table.Column<long>(nullable: false),
                Fence = table.Column<int>(nullable: false),
                HandOffId = table.Column<long>(nullable: true),
                Kind = table.Column<string>(nullable: false),
                MessageId = table.Column<long>(nullable: true),
                PostKey = table.Column<string>(nullable: false),
                RoomId = table.Column<long>(nullable: true),
                ServiceId = table.Column<string>(nullable: false),
                Shown = table.Column<int>(nullable: false),
                ThreadId = table.Column<string>(nullable: true),
                Trouble = table.Column<string>(nullable: true),
                Wanted = table.Column<int>(nullable: false),
                Words = table.Column<string>(nullable: true),
                WorkerId = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_StaffPosts", row => row.Id));
        migration.CreateIndex("IX_StaffPosts_PostKey", "StaffPosts", "PostKey", unique: true);
        migration.CreateIndex("IX_StaffPosts_Due", "StaffPosts", ["DueAt", "Id"], filter: "\"Shown\" < \"Wanted\"");
        migration.CreateIndex("IX_StaffPosts_HandOffId", "StaffPosts", "HandOffId");
        migration.CreateIndex("IX_StaffPosts_ThreadId", "StaffPosts", "ThreadId");

    }

    private static void Activities(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "StaffActivities",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                ActivityKey = table.Column<string>(nullable: false),
                Attempts = table.Column<int>(nullable: false),
                Body = table.Column<string>(nullable: false),
                ClaimedUntil = table.Column<long>(nullable: true),
                ConversationId = table.Column<string>(nullable: false),
                DoneAt = table.Column<long>(nullable: true),
                DueAt = table.Column<long>(nullable: false),
                Outcome = table.Column<string>(nullable: true),
                ReceivedAt = table.Column<long>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_StaffActivities", row => row.Id));
        migration.CreateIndex("IX_StaffActivities_ActivityKey", "StaffActivities", "ActivityKey", unique: true);
        migration.CreateIndex("IX_StaffActivities_Open", "StaffActivities", "ConversationId", filter: "\"DoneAt\" IS NULL");
        migration.CreateIndex("IX_StaffActivities_Due", "StaffActivities", ["DueAt", "Id"], filter: "\"DoneAt\" IS NULL");
    }
}
