-- Reads what `mgr2api -t json` prints, with the same columns and types whatever the files contain; a file may be empty:
--     FROM mgr2api('*.json') SELECT manager, timestamp::DATE AS day, "user", func, count(*) WHERE changes GROUP BY ALL;
CREATE OR REPLACE MACRO mgr2api(files) AS TABLE
SELECT * FROM read_json(files, format = 'newline_delimited', columns = {
    time: 'VARCHAR', time_raw: 'VARCHAR', timestamp: 'TIMESTAMPTZ',
    pid: 'BIGINT', pid_raw: 'VARCHAR', thread: 'BIGINT', thread_raw: 'VARCHAR',
    origin: 'VARCHAR', origin_raw: 'VARCHAR', user: 'VARCHAR', user_raw: 'VARCHAR',
    su: 'VARCHAR', su_raw: 'VARCHAR', su_env: 'VARCHAR', su_var: 'VARCHAR',
    manager: 'VARCHAR', manager_raw: 'VARCHAR', func: 'VARCHAR', func_raw: 'VARCHAR',
    params: 'STRUCT(name VARCHAR, name_raw VARCHAR, value VARCHAR, raw VARCHAR, env VARCHAR, var VARCHAR)[]',
    removed: 'STRUCT(name VARCHAR, name_raw VARCHAR, why VARCHAR)[]',
    changes: 'BOOLEAN', error: 'VARCHAR', source: 'VARCHAR', source_raw: 'VARCHAR', line: 'BIGINT'
});
