using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <summary>Groups, their sessions and members, who comes, and who has to be told of a change.</summary>
[DbContext(typeof(CompanionDb))]
[Migration("202611220013_Groups")]
public sealed class Groups : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Groups",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                Capacity = table.Column<int>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
                GuestsWelcome = table.Column<bool>(nullable: false),
                Leader = table.Column<string>(nullable: false),
                Minutes = table.Column<int>(nullable: false),
                Name = table.Column<string>(nullable: false),
                NeutralName = table.Column<string>(nullable: false),
                OnHolidays = table.Column<bool>(nullable: false),
                Place = table.Column<string>(nullable: false),
                Repeats = table.Column<string>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
                StartsOn = table.Column<string>(nullable: false),
                Time = table.Column<string>(nullable: false),
                Transport = table.Column<string>(nullable: false),
                Until = table.Column<string>(nullable: false),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_Groups", row => row.Id));
        migrationBuilder.CreateIndex("IX_Groups_ServiceId_Name", "Groups", ["ServiceId", "Name"], unique: true);
        migrationBuilder.CreateTable(
            name: "GroupSessions",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                Date = table.Column<string>(nullable: false),
                GroupId = table.Column<long>(nullable: false),
                Minutes = table.Column<int>(nullable: false),
                Place = table.Column<string>(nullable: true),
                Reason = table.Column<string>(nullable: true),
                ServiceId = table.Column<string>(nullable: false),
                Status = table.Column<string>(nullable: false),
                Time = table.Column<string>(nullable: false),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_GroupSessions", row => row.Id));
        migrationBuilder.CreateIndex("IX_GroupSessions_GroupId_Date", "GroupSessions", ["GroupId", "Date"], unique: true);
        migrationBuilder.CreateIndex("IX_GroupSessions_ServiceId_Date", "GroupSessions", ["ServiceId", "Date"]);
        migrationBuilder.CreateTable(
            name: "GroupMembers",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                AddressId = table.Column<long>(nullable: false),
                CaseId = table.Column<long>(nullable: false),
                ChangedAt = table.Column<long>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
                GroupId = table.Column<long>(nullable: false),
                ListPlace = table.Column<long>(nullable: false),
                NoNumber = table.Column<bool>(nullable: false),
                OfferExpiresAt = table.Column<long>(nullable: true),
                PersonId = table.Column<long>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
                Status = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_GroupMembers", row => row.Id));
        migrationBuilder.CreateIndex("IX_GroupMembers_CaseId", "GroupMembers", "CaseId");
        migrationBuilder.CreateIndex("IX_GroupMembers_GroupId_PersonId", "GroupMembers", ["GroupId", "PersonId"], unique: true);
        migrationBuilder.CreateTable(
            name: "GroupAttendances",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                ChangedAt = table.Column<long>(nullable: false),
                Coming = table.Column<string>(nullable: false),
                Guests = table.Column<int>(nullable: false),
                MemberId = table.Column<long>(nullable: false),
                Presence = table.Column<string>(nullable: false),
                Reminded = table.Column<int>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
                SessionId = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_GroupAttendances", row => row.Id));
        migrationBuilder.CreateIndex("IX_GroupAttendances_SessionId_MemberId", "GroupAttendances", ["SessionId", "MemberId"], unique: true);
        migrationBuilder.CreateTable(
            name: "GroupNotices",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                GroupId = table.Column<long>(nullable: false),
                Kind = table.Column<string>(nullable: false),
                MemberId = table.Column<long>(nullable: false),
                OutboundId = table.Column<long>(nullable: true),
                PhoneAt = table.Column<long>(nullable: true),
                ServiceId = table.Column<string>(nullable: false),
                SessionId = table.Column<long>(nullable: false),
                ToldAt = table.Column<long>(nullable: true),
                Version = table.Column<int>(nullable: false),
                WhyNot = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_GroupNotices", row => row.Id));
        migrationBuilder.CreateIndex("IX_GroupNotices_MemberId", "GroupNotices", "MemberId");
        migrationBuilder.CreateIndex("IX_GroupNotices_OutboundId", "GroupNotices", "OutboundId");
        migrationBuilder.CreateIndex(
            "IX_GroupNotices_SessionId_MemberId_Kind_Version", "GroupNotices", ["SessionId", "MemberId", "Kind", "Version"], unique: true);
    }
}
