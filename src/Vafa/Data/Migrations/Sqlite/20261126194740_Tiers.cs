using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vafa.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Tiers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "member_tier",
                columns: table => new
                {
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ladder = table.Column<string>(type: "TEXT", nullable: false),
                    tier = table.Column<string>(type: "TEXT", nullable: true),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    grace_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    placed_tier = table.Column<string>(type: "TEXT", nullable: true),
                    placed_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    placed_by = table.Column<string>(type: "TEXT", nullable: true),
                    warned_of = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    review_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ladder_version = table.Column<long>(type: "INTEGER", nullable: false),
                    moves = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_tier", x => new { x.member_id, x.ladder });
                }
            );

            migrationBuilder.CreateTable(
                name: "member_tier_move",
                columns: table => new
                {
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ladder = table.Column<string>(type: "TEXT", nullable: false),
                    no = table.Column<long>(type: "INTEGER", nullable: false),
                    from_tier = table.Column<string>(type: "TEXT", nullable: true),
                    to_tier = table.Column<string>(type: "TEXT", nullable: true),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    why = table.Column<short>(type: "INTEGER", nullable: false),
                    cause_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    by = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_tier_move", x => new { x.member_id, x.id });
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_member_tier_ladder_tier",
                table: "member_tier",
                columns: new[] { "ladder", "tier" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "member_tier");

            migrationBuilder.DropTable(name: "member_tier_move");
        }
    }
}
